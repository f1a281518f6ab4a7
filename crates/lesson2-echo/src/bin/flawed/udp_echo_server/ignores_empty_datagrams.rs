//! Has no answer to an empty datagram.

use crate::Played;
use crate::udp_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    udp_server::run(arguments, |socket, datagram, sender| {
        if datagram.is_empty() {
            return Ok(());
        }
        udp_server::echo(socket, datagram, sender)
    })
}
