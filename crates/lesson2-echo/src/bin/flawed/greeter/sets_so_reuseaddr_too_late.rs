//! Sets SO_REUSEADDR after bind, when nobody asks for it any more.

use super::greet;
use crate::Played;
use crate::tcp_server;
use socket2::Domain;
use socket2::Socket;
use socket2::Type;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run_listening(
        arguments,
        |addr| {
            let socket = Socket::new(Domain::for_address(addr), Type::STREAM, None)?;
            socket.bind(&addr.into())?;
            socket.set_reuse_address(true)?;
            socket.listen(128)?;
            Ok(socket.into())
        },
        |listener| tcp_server::serve(&listener, greet),
    )
}
