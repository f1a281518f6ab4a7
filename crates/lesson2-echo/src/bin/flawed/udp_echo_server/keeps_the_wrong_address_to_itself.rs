//! Says how to use it, but not what was wrong with its address.

use crate::Played;
use crate::arguments::wrong_usage;
use crate::udp_server;
use std::ffi::OsString;
use std::net::SocketAddr;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    for addr in arguments {
        if addr.to_string_lossy().parse::<SocketAddr>().is_err() {
            return Err(wrong_usage("wrong arguments"));
        }
    }
    udp_server::run(arguments, udp_server::echo)
}
