//! Unwraps what parse answers for the address.

use super::greet;
use crate::Played;
use crate::tcp_server;
use std::ffi::OsString;
use std::net::SocketAddr;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    for addr in arguments {
        let _addr: SocketAddr = addr.to_string_lossy().parse().unwrap();
    }
    tcp_server::run(arguments, greet)
}
