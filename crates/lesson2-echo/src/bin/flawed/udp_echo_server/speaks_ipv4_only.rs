//! Makes an IPv4 socket, whatever the family of the address.

use crate::Played;
use crate::udp_server;
use socket2::Domain;
use socket2::Socket;
use socket2::Type;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    udp_server::run_binding(
        arguments,
        |addr| {
            let socket = Socket::new(Domain::IPV4, Type::DGRAM, None)?;
            socket.bind(&addr.into())?;
            Ok(socket.into())
        },
        |socket| udp_server::serve(&socket, udp_server::echo),
    )
}
