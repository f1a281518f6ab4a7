//! Unwraps what bind answers.

use crate::Played;
use crate::udp_server;
use std::ffi::OsString;
use std::net::UdpSocket;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    udp_server::run_binding(
        arguments,
        |addr| Ok(UdpSocket::bind(addr).unwrap()),
        |socket| udp_server::serve(&socket, udp_server::echo),
    )
}
