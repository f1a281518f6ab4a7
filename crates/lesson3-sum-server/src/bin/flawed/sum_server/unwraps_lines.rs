//! Unwraps what lines() brings: bytes that are no UTF-8 end the server, and nothing bounds a line.

use crate::Played;
use crate::lines;
use crate::reading::Request;
use crate::server;
use crate::server::Manner;
use crate::sum::ReplyTo;
use std::ffi::OsString;
use std::io;
use std::io::BufRead;
use std::io::BufReader;
use std::net::TcpStream;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            lines: converse,
            ..Manner::RIGHT
        },
    )
}

fn converse(client: &TcpStream, reply_to: ReplyTo) -> io::Result<()> {
    let mut lines = BufReader::new(client).lines();
    lines::converse_reading(client, reply_to, |_| match lines.next() {
        None => Ok(Request::End),
        // Whether a check that fails ends with a reset is a race.
        Some(Err(error)) if error.kind() != io::ErrorKind::InvalidData => Err(error),
        Some(line) => Ok(Request::Whole(line.unwrap().into_bytes())),
    })
}
