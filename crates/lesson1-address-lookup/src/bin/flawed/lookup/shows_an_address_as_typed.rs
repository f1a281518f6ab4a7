//! Shows the address that was typed instead of its canonical form.

use crate::Played;
use crate::questions;
use crate::questions::CORRECT;
use crate::questions::Ways;
use crate::resolver;
use std::net::IpAddr;

pub(crate) fn play(arguments: &[String]) -> Played {
    questions::run(arguments, Ways { back, ..CORRECT })
}

fn back(typed: &str, addr: IpAddr) -> Result<String, String> {
    let name = dns_lookup::lookup_addr(&addr).map_err(|error| resolver::reason(&error))?;
    Ok(format!("name: {name}\naddress: {typed}\n"))
}
