//! Takes an empty datagram for the end of file, and ends.

use crate::Played;
use crate::udp_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    udp_server::run_receiving(arguments, |socket| {
        let mut buffer = vec![0; udp_server::BUFFER];
        while let Ok((count @ 1.., sender)) = socket.recv_from(&mut buffer) {
            let _ = udp_server::echo(&socket, &buffer[..count], sender);
        }
    })
}
