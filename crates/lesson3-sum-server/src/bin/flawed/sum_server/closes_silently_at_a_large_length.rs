//! Closes the connection when a length is too large, without a word.

use crate::Played;
use crate::ending;
use crate::length;
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
        match length::read_request(reader)? {
            Request::TooLong => {
                ending::end_early(client)?;
                Ok(Request::End)
            }
            other => Ok(other),
        }
    })
}
