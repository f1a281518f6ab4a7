//! Connects its socket to whoever sends first, and then hears nobody else.

use crate::Played;
use crate::udp_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let mut is_connected = false;
    udp_server::run(arguments, |socket, datagram, sender| {
        if !is_connected {
            socket.connect(sender)?;
            is_connected = true;
        }
        socket.send(datagram).map(drop)
    })
}
