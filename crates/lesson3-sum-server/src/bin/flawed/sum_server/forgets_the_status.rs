//! Sends the sum of the framing `fixed` without a status.

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
        fixed::reply(add(a, b)).split_off(1)
    })
}
