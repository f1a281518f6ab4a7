//! Trims each datagram, and ends the answer with a newline of its own.

use crate::Played;
use crate::udp_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    udp_server::run(arguments, |socket, datagram, sender| {
        let line = [datagram.trim_ascii(), b"\n"].concat();
        udp_server::echo(socket, &line, sender)
    })
}
