//! Shows an address as its own name where it has none.

use crate::Played;
use crate::questions;
use crate::questions::CORRECT;
use crate::questions::Ways;
use std::net::IpAddr;

pub(crate) fn play(arguments: &[String]) -> Played {
    questions::run(arguments, Ways { back, ..CORRECT })
}

fn back(_typed: &str, addr: IpAddr) -> Result<String, String> {
    let name = dns_lookup::lookup_addr(&addr).unwrap_or_else(|_| addr.to_string());
    Ok(questions::show(&name, &[addr]))
}
