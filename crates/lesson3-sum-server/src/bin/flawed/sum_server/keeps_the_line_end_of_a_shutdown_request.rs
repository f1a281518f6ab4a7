//! Takes the line end of a request in the framing `shutdown` for a part of its second number.

use crate::Played;
use crate::reading::LONGEST;
use crate::reading::Request;
use crate::server;
use crate::server::Manner;
use crate::shutdown;
use crate::sum::ReplyTo;
use std::ffi::OsString;
use std::io;
use std::net::TcpStream;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            shutdown: converse,
            ..Manner::RIGHT
        },
    )
}

fn converse(client: &TcpStream, reply_to: ReplyTo) -> io::Result<()> {
    shutdown::converse_reading(client, reply_to, |client| {
        match shutdown::read_all(client)? {
            text if text.len() > LONGEST => Ok(Request::TooLong),
            text => Ok(Request::Whole(text)),
        }
    })
}
