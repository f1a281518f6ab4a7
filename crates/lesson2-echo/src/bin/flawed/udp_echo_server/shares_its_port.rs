//! Sets SO_REUSEADDR as the TCP servers do, with which two UDP servers share one port.

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
            let socket = Socket::new(Domain::for_address(addr), Type::DGRAM, None)?;
            socket.set_reuse_address(true)?;
            socket.bind(&addr.into())?;
            Ok(socket.into())
        },
        |socket| udp_server::serve(&socket, udp_server::echo),
    )
}
