//! Takes datagrams for a stream: answers with one all that one sender has sent so far.

use crate::Played;
use crate::udp_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    udp_server::run(arguments, |socket, datagram, sender| {
        let mut joined = datagram.to_vec();
        socket.set_nonblocking(true)?;
        while socket
            .peek_from(&mut [0])
            .is_ok_and(|(_, next)| next == sender)
        {
            let mut buffer = vec![0; udp_server::BUFFER];
            let count = socket.recv(&mut buffer)?;
            joined.extend_from_slice(&buffer[..count]);
        }
        socket.set_nonblocking(false)?;
        udp_server::echo(socket, &joined, sender)
    })
}
