//! Closes the connection when a request in the framing `shutdown` is too long, without a word.

use crate::Played;
use crate::ending;
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
            Request::TooLong => {
                ending::end_early(client)?;
                Ok(Request::End)
            }
            other => Ok(other),
        }
    })
}
