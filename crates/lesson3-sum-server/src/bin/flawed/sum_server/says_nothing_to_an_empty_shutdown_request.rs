//! Takes a client that has sent nothing in the framing `shutdown` for one that wants nothing.

use crate::Played;
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
        match shutdown::read_request(client)? {
            Request::Whole(text) if text.is_empty() => Ok(Request::End),
            other => Ok(other),
        }
    })
}
