//! Asks for every type of socket, and prints each address once for each of them.

use crate::Played;
use crate::questions;
use crate::questions::CORRECT;
use crate::questions::Ways;
use crate::resolver;
use dns_lookup::AddrInfoHints;
use std::net::IpAddr;

pub(crate) fn play(arguments: &[String]) -> Played {
    questions::run(arguments, Ways { forth, ..CORRECT })
}

fn forth(name: &str) -> Result<String, String> {
    let hints = AddrInfoHints {
        socktype: 0,
        ..resolver::hints()
    };
    questions::forth_with(name, hints, <[IpAddr]>::to_vec)
}
