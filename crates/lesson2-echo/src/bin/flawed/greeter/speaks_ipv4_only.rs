//! Makes an IPv4 socket, whatever the family of the address.

use super::greet;
use crate::Played;
use crate::tcp_server;
use socket2::Domain;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run_listening(
        arguments,
        |addr| tcp_server::listen_as(Domain::IPV4, addr),
        |listener| tcp_server::serve(&listener, greet),
    )
}
