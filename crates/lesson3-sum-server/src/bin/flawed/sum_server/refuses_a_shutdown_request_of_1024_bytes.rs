//! Refuses a request in the framing `shutdown` that is exactly as long as the limit.

use crate::Played;
use crate::lines;
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
        let text = shutdown::read_all(client)?;
        if text.len() >= LONGEST {
            return Ok(Request::TooLong);
        }
        Ok(Request::Whole(lines::without_end(&text).to_vec()))
    })
}
