//! Takes only IPv4 addresses for addresses, and all else for names.

use crate::Played;
use crate::questions;
use std::net::Ipv4Addr;

pub(crate) fn play(arguments: &[String]) -> Played {
    questions::run_answering(arguments, |what| match what.parse::<Ipv4Addr>() {
        Ok(addr) => questions::back(what, addr.into()),
        Err(_) => questions::forth(what),
    })
}
