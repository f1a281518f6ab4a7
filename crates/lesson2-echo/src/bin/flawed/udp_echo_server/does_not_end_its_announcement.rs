//! Announces itself without a newline, so that nobody knows whether the line is whole.

use crate::Played;
use crate::arguments;
use crate::tcp_server::cannot_listen;
use crate::udp_server;
use std::ffi::OsString;
use std::io;
use std::io::Write;
use std::net::UdpSocket;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let addr = arguments::addr(arguments)?;
    let socket = UdpSocket::bind(addr).map_err(|error| cannot_listen(addr, &error))?;
    print!("listening on {}", socket.local_addr().unwrap());
    io::stdout().flush().unwrap();
    udp_server::serve(&socket, udp_server::echo);
    Ok(())
}
