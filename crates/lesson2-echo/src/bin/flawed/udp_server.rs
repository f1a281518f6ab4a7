//! The UDP echo server as it should be, in parts, so that a flawed one replaces just the part with its mistake.

use crate::Played;
use crate::arguments;
use crate::tcp_server::cannot_listen;
use std::ffi::OsString;
use std::io;
use std::net::SocketAddr;
use std::net::UdpSocket;

/// Holds the largest datagram.
pub(crate) const BUFFER: usize = 65_536;

/// A server whose mistake is in how it answers a datagram.
pub(crate) fn run(
    arguments: &[OsString],
    answer: impl FnMut(&UdpSocket, &[u8], SocketAddr) -> io::Result<()>,
) -> Played {
    run_receiving(arguments, |socket| serve(&socket, answer))
}

/// A server whose mistake is in how it receives.
pub(crate) fn run_receiving(arguments: &[OsString], receive: impl FnOnce(UdpSocket)) -> Played {
    run_binding(arguments, UdpSocket::bind, receive)
}

/// A server whose mistake is in how it gets its socket.
pub(crate) fn run_binding(
    arguments: &[OsString],
    bind: impl FnOnce(SocketAddr) -> io::Result<UdpSocket>,
    receive: impl FnOnce(UdpSocket),
) -> Played {
    let addr = arguments::addr(arguments)?;
    let socket = bind(addr).map_err(|error| cannot_listen(addr, &error))?;
    println!("listening on {}", socket.local_addr().unwrap());
    receive(socket);
    Ok(())
}

/// Answers each datagram, for ever.
pub(crate) fn serve(
    socket: &UdpSocket,
    mut answer: impl FnMut(&UdpSocket, &[u8], SocketAddr) -> io::Result<()>,
) {
    let mut buffer = vec![0; BUFFER];
    loop {
        let answered = socket
            .recv_from(&mut buffer)
            .and_then(|(count, sender)| answer(socket, &buffer[..count], sender));
        if let Err(error) = answered {
            eprintln!("a datagram was lost: {error}");
        }
    }
}

/// Sends a datagram back as it should be.
pub(crate) fn echo(socket: &UdpSocket, datagram: &[u8], sender: SocketAddr) -> io::Result<()> {
    socket.send_to(datagram, sender).map(drop)
}
