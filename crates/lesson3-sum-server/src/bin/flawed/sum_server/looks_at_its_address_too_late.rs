//! Takes any text for an address until it binds: wrong usage becomes a failure like any other.

use crate::Played;
use crate::arguments;
use crate::server;
use crate::server::Manner;
use std::ffi::OsString;
use std::net::SocketAddr;
use std::process::ExitCode;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let (words, _) = arguments::words_and_framing(arguments)?;
    for addr in words {
        if let Err(error) = addr.parse::<SocketAddr>() {
            eprintln!("error: cannot listen on {addr}: {error}");
            return Err(ExitCode::FAILURE);
        }
    }
    server::run(arguments, Manner::RIGHT)
}
