//! Takes the numbers of the framing `fixed` for u64.

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

fn converse(client: &TcpStream, _: Add) -> io::Result<()> {
    fixed::converse_saying(client, |request| {
        let (a, b) = fixed::numbers(request);
        let sum = (a as u64).checked_add(b as u64);
        fixed::reply(sum.map(|sum| sum as i64))
    })
}
