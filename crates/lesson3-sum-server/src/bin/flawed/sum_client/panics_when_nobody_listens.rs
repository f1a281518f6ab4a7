//! Unwraps what connect answers.

use crate::Played;
use crate::client;
use crate::client::Manner;
use std::ffi::OsString;
use std::net::SocketAddr;
use std::net::TcpStream;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    client::run(
        arguments,
        Manner {
            connect,
            ..Manner::RIGHT
        },
    )
}

fn connect(addr: SocketAddr) -> Result<TcpStream, String> {
    Ok(TcpStream::connect(addr).unwrap())
}
