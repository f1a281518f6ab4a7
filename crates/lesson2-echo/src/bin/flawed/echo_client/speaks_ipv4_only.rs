//! Makes an IPv4 socket, whatever the family of the address.

use crate::Played;
use crate::tcp_client;
use crate::tcp_client::Request;
use socket2::Domain;
use socket2::Socket;
use socket2::Type;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let request = tcp_client::parse(arguments)?;
    tcp_client::finish(talk(request))
}

fn talk(request: Request) -> Result<(), String> {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
    let connected = socket.connect(&request.addr.into());
    connected.map_err(|error| format!("cannot connect to {}: {error}", request.addr))?;
    let input = tcp_client::input(request.message);
    tcp_client::converse(socket.into(), input, tcp_client::send, tcp_client::receive)
}
