//! Takes an IPv4 address and no other.

use crate::Played;
use crate::arguments;
use crate::server;
use crate::server::Manner;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let (addr, _) = arguments::server(arguments)?;
    if addr.is_ipv6() {
        return Err(arguments::wrong_usage(&format!("invalid value '{addr}'")));
    }
    server::run(arguments, Manner::RIGHT)
}
