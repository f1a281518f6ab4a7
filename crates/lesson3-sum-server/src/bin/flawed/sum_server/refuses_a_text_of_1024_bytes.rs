//! Refuses a length that is exactly the limit.

use crate::Played;
use crate::length;
use crate::reading::LONGEST;
use crate::reading::Request;
use crate::server;
use crate::server::Manner;
use crate::sum::ReplyTo;
use std::ffi::OsString;
use std::io;
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

fn converse(client: &TcpStream, reply_to: ReplyTo) -> io::Result<()> {
    length::converse_reading(client, reply_to, |reader| {
        match length::read_length(reader)? {
            None => Ok(Request::End),
            Some(length) if length >= LONGEST => Ok(Request::TooLong),
            Some(length) => length::read_text(reader, length),
        }
    })
}
