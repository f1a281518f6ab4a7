//! Takes any text for an address until it binds: wrong usage becomes a failure like any other.

use crate::Played;
use crate::conversation;
use crate::tcp_server;
use std::ffi::OsString;
use std::net::SocketAddr;
use std::process::ExitCode;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    for addr in arguments {
        let addr = addr.to_string_lossy();
        if let Err(error) = addr.parse::<SocketAddr>() {
            eprintln!("error: cannot listen on {addr}: {error}");
            return Err(ExitCode::FAILURE);
        }
    }
    tcp_server::run(arguments, conversation::echo)
}
