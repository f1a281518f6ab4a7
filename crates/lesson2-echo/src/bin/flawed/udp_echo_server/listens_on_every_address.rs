//! Binds to every address of the machine, and announces the one it was given.

use crate::Played;
use crate::arguments;
use crate::tcp_server;
use crate::udp_server;
use std::ffi::OsString;
use std::net::SocketAddr;
use std::net::UdpSocket;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let addr = arguments::addr(arguments)?;
    let socket = UdpSocket::bind(tcp_server::everywhere(addr))
        .map_err(|error| tcp_server::cannot_listen(addr, &error))?;
    let port = socket.local_addr().unwrap().port();
    println!("listening on {}", SocketAddr::new(addr.ip(), port));
    udp_server::serve(&socket, udp_server::echo);
    Ok(())
}
