//! Prints its whole buffer on stdout, to see what has come.

use crate::Played;
use crate::udp_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    udp_server::run_receiving(arguments, |socket| {
        let mut buffer = vec![0; udp_server::BUFFER];
        loop {
            if let Ok((count, sender)) = socket.recv_from(&mut buffer) {
                // More than a pipe holds, so that it has been read for certain before the answer goes out.
                println!("got {buffer:02x?}");
                let _ = udp_server::echo(&socket, &buffer[..count], sender);
            }
        }
    })
}
