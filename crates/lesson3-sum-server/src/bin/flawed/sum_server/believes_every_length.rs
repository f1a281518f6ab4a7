//! Waits for as many bytes as a length promises, and refuses them only then.

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
        let Some(length) = length::read_length(reader)? else {
            return Ok(Request::End);
        };
        match length::read_text(reader, length)? {
            Request::Whole(text) if text.len() > LONGEST => Ok(Request::TooLong),
            other => Ok(other),
        }
    })
}
