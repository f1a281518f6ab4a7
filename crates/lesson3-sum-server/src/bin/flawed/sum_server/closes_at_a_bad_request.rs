//! Closes the connection at a bad request, without a word.

use crate::Played;
use crate::ending;
use crate::length;
use crate::lines;
use crate::reading::Reader;
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
            lines: converse,
            length: converse_length,
            ..Manner::RIGHT
        },
    )
}

fn converse(client: &TcpStream, reply_to: ReplyTo) -> io::Result<()> {
    let read = |reader: &mut Reader<'_>| {
        let request = lines::read_line(reader)?;
        good(request, reply_to)
    };
    lines::converse_reading(client, reply_to, read)?;
    ending::end_early(client)
}

fn converse_length(client: &TcpStream, reply_to: ReplyTo) -> io::Result<()> {
    let read = |reader: &mut Reader<'_>| {
        let request = length::read_request(reader)?;
        good(request, reply_to)
    };
    length::converse_reading(client, reply_to, read)?;
    ending::end_early(client)
}

fn good(request: Request, reply_to: ReplyTo) -> io::Result<Request> {
    match request {
        Request::Whole(text) if reply_to(&text).starts_with("error: ") => Ok(Request::End),
        other => Ok(other),
    }
}
