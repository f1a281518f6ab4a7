//! Sends each answer twice, lest one be lost.

use crate::Played;
use crate::udp_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    udp_server::run(arguments, |socket, datagram, sender| {
        udp_server::echo(socket, datagram, sender)?;
        udp_server::echo(socket, datagram, sender)
    })
}
