//! Sends the whole buffer back, with whatever stands behind the datagram.

use crate::Played;
use crate::udp_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    udp_server::run_receiving(arguments, |socket| {
        let mut buffer = [0; 1024];
        loop {
            if let Ok((_, sender)) = socket.recv_from(&mut buffer) {
                let _ = socket.send_to(&buffer, sender);
            }
        }
    })
}
