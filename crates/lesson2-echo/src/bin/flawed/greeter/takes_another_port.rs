//! Listens on any other port when the one it was given is taken.

use super::greet;
use crate::Played;
use crate::tcp_server;
use std::ffi::OsString;
use std::net::TcpListener;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run_listening(
        arguments,
        |addr| TcpListener::bind(addr).or_else(|_| TcpListener::bind((addr.ip(), 0))),
        |listener| tcp_server::serve(&listener, greet),
    )
}
