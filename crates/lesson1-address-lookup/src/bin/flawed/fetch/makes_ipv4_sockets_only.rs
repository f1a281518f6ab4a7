//! Makes an IPv4 socket, whatever the family of the address.

use crate::Played;
use crate::web_client;
use crate::web_client::CORRECT;
use crate::web_client::Steps;
use socket2::Domain;
use socket2::Socket;
use socket2::Type;
use std::io;
use std::net::SocketAddr;
use std::time::Duration;

pub(crate) fn play(arguments: &[String]) -> Played {
    web_client::run(arguments, Steps { attempt, ..CORRECT })
}

fn attempt(addr: SocketAddr, timeout: Duration) -> Option<Socket> {
    web_client::announce(addr);
    web_client::judge(connect(addr, timeout))
}

fn connect(addr: SocketAddr, timeout: Duration) -> io::Result<Socket> {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None)?;
    socket.connect_timeout(&addr.into(), timeout)?;
    Ok(socket)
}
