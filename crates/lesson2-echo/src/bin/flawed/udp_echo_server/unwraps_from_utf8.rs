//! Makes a String of each datagram, and panics when that is no text.

use crate::Played;
use crate::udp_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    udp_server::run(arguments, |socket, datagram, sender| {
        let text = String::from_utf8(datagram.to_vec()).unwrap();
        udp_server::echo(socket, text.as_bytes(), sender)
    })
}
