//! Says that a length is too large, and waits for the next one.

use crate::Played;
use crate::length;
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
            length: converse,
            ..Manner::RIGHT
        },
    )
}

fn converse(mut client: &TcpStream, reply_to: ReplyTo) -> io::Result<()> {
    length::converse_reading(client, reply_to, |reader| {
        loop {
            match length::read_request(reader)? {
                Request::TooLong => client.write_all(&length::message(length::TOO_LONG))?,
                other => return Ok(other),
            }
        }
    })
}
