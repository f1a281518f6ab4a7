//! Takes all line ends off a request in the framing `shutdown`, however many there are.

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
        let mut text = shutdown::read_all(client)?;
        if text.len() > LONGEST {
            return Ok(Request::TooLong);
        }
        while text.ends_with(b"\n") || text.ends_with(b"\r") {
            text.pop();
        }
        Ok(Request::Whole(text))
    })
}
