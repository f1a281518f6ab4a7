//! Takes an empty line for the end of the conversation.

use crate::Played;
use crate::ending;
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
            ..Manner::RIGHT
        },
    )
}

fn converse(client: &TcpStream, reply_to: ReplyTo) -> io::Result<()> {
    lines::converse_reading(client, reply_to, |reader| match lines::read_line(reader)? {
        Request::Whole(line) if line.is_empty() => {
            ending::end_early(client)?;
            Ok(Request::End)
        }
        other => Ok(other),
    })
}
