//! Reads and writes the numbers of the framing `fixed` with the least significant byte first.

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
        let both = u128::from_le_bytes(*request);
        let sum = add(both as i64, (both >> 64) as i64);
        let status = u8::from(sum.is_none());
        [[status].as_slice(), &sum.unwrap_or(0).to_le_bytes()].concat()
    })
}
