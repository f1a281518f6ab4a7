//! Remembers who sent first, and answers everybody there.

use crate::Played;
use crate::udp_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let mut client = None;
    udp_server::run(arguments, |socket, datagram, sender| {
        let client = *client.get_or_insert(sender);
        udp_server::echo(socket, datagram, client)
    })
}
