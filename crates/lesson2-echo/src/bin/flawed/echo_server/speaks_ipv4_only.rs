//! Takes an IPv4 address and no other.

use crate::Played;
use crate::arguments;
use crate::conversation;
use crate::tcp_server;
use std::ffi::OsString;
use std::net::SocketAddrV4;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let addr = arguments
        .first()
        .map_or("127.0.0.1:10000".into(), |addr| addr.to_string_lossy());
    match addr.parse::<SocketAddrV4>() {
        Ok(_) => tcp_server::run(arguments, conversation::echo),
        Err(error) => Err(arguments::wrong_usage(&format!(
            "invalid value '{addr}': {error}"
        ))),
    }
}
