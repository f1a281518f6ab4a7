//! Says what is wrong with a bad request, and closes.

use crate::Played;
use crate::ending;
use crate::length;
use crate::lines;
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
    let mut is_bad = false;
    lines::converse_reading(client, reply_to, |reader| {
        if is_bad {
            ending::end_early(client)?;
            return Ok(Request::End);
        }
        let request = lines::read_line(reader)?;
        is_bad = has_no_sum(&request, reply_to);
        Ok(request)
    })
}

fn converse_length(client: &TcpStream, reply_to: ReplyTo) -> io::Result<()> {
    let mut is_bad = false;
    length::converse_reading(client, reply_to, |reader| {
        if is_bad {
            ending::end_early(client)?;
            return Ok(Request::End);
        }
        let request = length::read_request(reader)?;
        is_bad = has_no_sum(&request, reply_to);
        Ok(request)
    })
}

fn has_no_sum(request: &Request, reply_to: ReplyTo) -> bool {
    matches!(request, Request::Whole(text) if reply_to(text).starts_with("error: "))
}
