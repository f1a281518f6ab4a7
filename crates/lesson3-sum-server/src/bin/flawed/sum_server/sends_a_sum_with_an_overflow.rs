//! Sends what is left of a sum that does not fit behind the status of an overflow.

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
        let status = u8::from(add(a, b).is_none());
        [[status].as_slice(), &a.wrapping_add(b).to_be_bytes()].concat()
    })
}
