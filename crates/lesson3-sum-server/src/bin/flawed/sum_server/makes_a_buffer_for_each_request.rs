//! Makes a new BufReader for each request, and throws away what the last one had read too much.

use crate::Played;
use crate::ending;
use crate::lines;
use crate::reading::Request;
use crate::server;
use crate::server::Manner;
use crate::sum::ReplyTo;
use std::ffi::OsString;
use std::io;
use std::io::BufReader;
use std::io::Write;
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

fn converse(mut client: &TcpStream, reply_to: ReplyTo) -> io::Result<()> {
    loop {
        match lines::read_line(&mut BufReader::new(client))? {
            Request::Whole(line) => client.write_all(&lines::with_newline(&reply_to(&line)))?,
            Request::TooLong => return ending::say_last(client, lines::TOO_LONG),
            Request::End => return Ok(()),
        }
    }
}
