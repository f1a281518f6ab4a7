//! Throws the rest of a line away that is too long, and says so only at its newline.

use crate::Played;
use crate::lines;
use crate::reading::Request;
use crate::server;
use crate::server::Manner;
use crate::sum::ReplyTo;
use std::ffi::OsString;
use std::io;
use std::io::BufRead;
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
    lines::converse_reading(client, reply_to, |reader| {
        let request = lines::read_line(reader)?;
        if matches!(request, Request::TooLong) {
            reader.skip_until(b'\n')?;
        }
        Ok(request)
    })
}
