//! Leaves out what is no IPv4 address.

use crate::Played;
use crate::questions;
use crate::questions::CORRECT;
use crate::questions::Ways;
use crate::resolver;
use std::net::IpAddr;

pub(crate) fn play(arguments: &[String]) -> Played {
    questions::run(arguments, Ways { forth, ..CORRECT })
}

fn forth(name: &str) -> Result<String, String> {
    questions::forth_with(name, resolver::hints(), |addrs| {
        let mut found = resolver::distinct(addrs);
        found.retain(IpAddr::is_ipv4);
        found
    })
}
