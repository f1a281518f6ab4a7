//! Takes a request without any text for the end of the conversation.

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
            Request::Whole(text) if text.is_empty() => {
                ending::end_early(client)?;
                Ok(Request::End)
            }
            other => Ok(other),
        }
    })
}
