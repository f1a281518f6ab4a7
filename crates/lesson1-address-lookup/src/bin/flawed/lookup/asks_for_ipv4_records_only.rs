//! Asks the name server by hand, and only for addresses of IPv4.

use crate::Played;
use crate::name_server;
use crate::name_server::Room;
use crate::questions;
use crate::questions::CORRECT;
use crate::questions::Ways;
use crate::resolver;
use std::net::IpAddr;

pub(crate) fn play(arguments: &[String]) -> Played {
    questions::run(arguments, Ways { forth, ..CORRECT })
}

fn forth(name: &str) -> Result<String, String> {
    if !name.contains('.') {
        return questions::forth(name);
    }
    let mut found = name_server::resolve(name, Room::Large)?;
    found.addrs.retain(IpAddr::is_ipv4);
    if found.addrs.is_empty() {
        return Err("no addresses".to_owned());
    }
    Ok(questions::show(
        &found.canonical,
        &resolver::distinct(&found.addrs),
    ))
}
