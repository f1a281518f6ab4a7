//! Sends the sum 0 when the sum does not fit, but with the status of a good reply.

use crate::Played;
use crate::fixed;
use crate::server;
use crate::server::Manner;
use crate::sum::Add;
use std::ffi::OsString;
use std::io;
use std::net::TcpStream;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            fixed: converse,
            ..Manner::RIGHT
        },
    )
}

fn converse(client: &TcpStream, add: Add) -> io::Result<()> {
    fixed::converse_saying(client, |request| {
        let (a, b) = fixed::numbers(request);
        fixed::reply(Some(add(a, b).unwrap_or(0)))
    })
}
