//! Answers a text that is cut off as if it were whole.

use crate::Played;
use crate::length;
use crate::reading::LONGEST;
use crate::reading::Request;
use crate::server;
use crate::server::Manner;
use crate::sum::ReplyTo;
use std::ffi::OsString;
use std::io;
use std::io::Read;
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
        let length = match length::read_length(reader)? {
            None => return Ok(Request::End),
            Some(length) if length > LONGEST => return Ok(Request::TooLong),
            Some(length) => length,
        };
        let mut text = Vec::new();
        reader.take(length as u64).read_to_end(&mut text)?;
        Ok(Request::Whole(text))
    })
}
