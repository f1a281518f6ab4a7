//! Has a buffer of 1,500 bytes, the size of a packet on the wire: the rest of a larger datagram is lost.

use crate::Played;
use crate::udp_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    udp_server::run_receiving(arguments, |socket| {
        let mut buffer = [0; 1500];
        loop {
            if let Ok((count, sender)) = socket.recv_from(&mut buffer) {
                let _ = socket.send_to(&buffer[..count], sender);
            }
        }
    })
}
