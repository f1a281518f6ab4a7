//! Makes a new socket for each answer, which then comes from an address that nobody has asked.

use crate::Played;
use crate::udp_server;
use std::ffi::OsString;
use std::net::UdpSocket;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    udp_server::run(arguments, |socket, datagram, sender| {
        let ip = socket.local_addr()?.ip();
        let second = UdpSocket::bind((ip, 0))?;
        udp_server::echo(&second, datagram, sender)
    })
}
