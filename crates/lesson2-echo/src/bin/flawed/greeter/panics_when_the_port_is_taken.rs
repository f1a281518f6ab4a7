//! Unwraps what bind answers.

use super::greet;
use crate::Played;
use crate::tcp_server;
use std::ffi::OsString;
use std::net::TcpListener;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run_listening(
        arguments,
        |addr| Ok(TcpListener::bind(addr).unwrap()),
        |listener| tcp_server::serve(&listener, greet),
    )
}
