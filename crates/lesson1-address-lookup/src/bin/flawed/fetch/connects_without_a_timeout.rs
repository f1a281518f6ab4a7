//! Waits for a connection as long as the system does, which may be minutes.

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

fn attempt(addr: SocketAddr, _timeout: Duration) -> Option<Socket> {
    web_client::announce(addr);
    web_client::judge(connect(addr))
}

fn connect(addr: SocketAddr) -> io::Result<Socket> {
    let socket = Socket::new(Domain::for_address(addr), Type::STREAM, None)?;
    socket.connect(&addr.into())?;
    Ok(socket)
}
