//! Says that a line is too long, and takes the rest of it for the next one.

use crate::Played;
use crate::lines;
use crate::reading::Request;
use crate::server;
use crate::server::Manner;
use crate::sum::ReplyTo;
use std::ffi::OsString;
use std::io;
use std::io::Write;
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

fn converse(mut client: &TcpStream, reply_to: ReplyTo) -> io::Result<()> {
    lines::converse_reading(client, reply_to, |reader| {
        loop {
            match lines::read_line(reader)? {
                Request::TooLong => client.write_all(lines::TOO_LONG)?,
                other => return Ok(other),
            }
        }
    })
}
