//! Takes a temporary failure for one that will be over soon, and asks again and again.

use crate::Played;
use crate::questions;
use crate::questions::Ways;
use crate::resolver;
use std::net::IpAddr;

pub(crate) fn play(arguments: &[String]) -> Played {
    questions::run(arguments, Ways { forth, back })
}

fn forth(name: &str) -> Result<String, String> {
    let resolved = resolver::insist(|| resolver::resolve(name));
    let resolved = resolved.map_err(|error| resolver::reason(&error))?;
    Ok(questions::show(&resolved.canonical, &resolved.addrs))
}

fn back(_typed: &str, addr: IpAddr) -> Result<String, String> {
    let name = resolver::insist(|| dns_lookup::lookup_addr(&addr));
    let name = name.map_err(|error| resolver::reason(&error))?;
    Ok(questions::show(&name, &[addr]))
}
