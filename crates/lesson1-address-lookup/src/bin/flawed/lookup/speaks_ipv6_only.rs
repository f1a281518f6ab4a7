//! Asks for IPv6 addresses only.

use crate::Played;
use crate::questions;
use crate::questions::CORRECT;
use crate::questions::Ways;
use crate::resolver;
use dns_lookup::AddrFamily;
use dns_lookup::AddrInfoHints;

pub(crate) fn play(arguments: &[String]) -> Played {
    questions::run(arguments, Ways { forth, ..CORRECT })
}

fn forth(name: &str) -> Result<String, String> {
    let hints = AddrInfoHints {
        address: AddrFamily::Inet6.into(),
        ..resolver::hints()
    };
    questions::forth_with(name, hints, resolver::distinct)
}
