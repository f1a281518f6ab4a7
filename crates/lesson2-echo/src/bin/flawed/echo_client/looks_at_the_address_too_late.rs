//! Takes any text for an address until it connects: wrong usage becomes a failure like any other.

use crate::Played;
use crate::tcp_client;
use std::ffi::OsString;
use std::net::SocketAddr;
use std::process::ExitCode;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let addr = arguments
        .first()
        .map(|addr| addr.to_string_lossy().into_owned());
    let addr = addr.unwrap_or_default();
    match addr.parse::<SocketAddr>() {
        Ok(_) => tcp_client::run(arguments, tcp_client::send, tcp_client::receive),
        Err(error) => {
            eprintln!("error: {addr}: {error}");
            Err(ExitCode::FAILURE)
        }
    }
}
