//! Listens where its author likes, whatever its argument says.

use super::greet;
use crate::Played;
use crate::tcp_server;
use std::ffi::OsString;
use std::net::TcpListener;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run_listening(
        arguments,
        |_| TcpListener::bind("127.0.0.1:0"),
        |listener| tcp_server::serve(&listener, greet),
    )
}
