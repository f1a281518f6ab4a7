//! Reads a text with one read, and takes what came for all of it.

use crate::Played;
use crate::length;
use crate::reading;
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
        let length = match length::read_length(reader)? {
            None => return Ok(Request::End),
            Some(0) => return Ok(Request::Whole(Vec::new())),
            Some(length) if length > LONGEST => return Ok(Request::TooLong),
            Some(length) => length,
        };
        let mut text = vec![0; length];
        let count = reading::read(&mut *reader, &mut text)?;
        // What comes later is read and forgotten, so that the next request is found.
        reading::read_whole(reader, &mut text[count..])?;
        if count == 0 {
            return Ok(Request::End);
        }
        text.truncate(count);
        Ok(Request::Whole(text))
    })
}
