//! Makes its socket non-blocking, and asks it again at once whenever nothing has come.

use crate::Played;
use crate::udp_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    udp_server::run_receiving(arguments, |socket| {
        socket.set_nonblocking(true).unwrap();
        let mut buffer = vec![0; udp_server::BUFFER];
        loop {
            if let Ok((count, sender)) = socket.recv_from(&mut buffer) {
                let _ = udp_server::echo(&socket, &buffer[..count], sender);
            }
        }
    })
}
