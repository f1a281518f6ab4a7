//! Takes an IPv4 address and no other.

use crate::Played;
use crate::arguments;
use crate::arguments::Words;
use crate::manner::Manner;
use crate::server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let addr = Words::new(arguments)?.addr()?;
    if addr.is_ipv6() {
        return Err(arguments::wrong_usage(&format!("invalid value '{addr}'")));
    }
    server::run(arguments, Manner::RIGHT)
}
