//! Sends the status of an overflow without the eight bytes behind it.

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
        let sum = add(a, b);
        let length = if sum.is_some() { 9 } else { 1 };
        fixed::reply(sum)[..length].to_vec()
    })
}
