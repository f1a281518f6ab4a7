//! Joins reads until one of them ends with a newline, and answers only the first line of what it has.

use crate::Played;
use crate::ending;
use crate::lines;
use crate::reading;
use crate::reading::LONGEST;
use crate::reading::Request;
use crate::server;
use crate::server::Manner;
use crate::sum::ReplyTo;
use std::ffi::OsString;
use std::io;
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
    let mut buffer = [0; 16 * 1024];
    let mut text = Vec::new();
    loop {
        let count = reading::read(client, &mut buffer)?;
        text.extend_from_slice(&buffer[..count]);
        if count > 0 && text.len() <= LONGEST && !text.ends_with(b"\n") {
            continue;
        }
        let first = text.split_inclusive(|byte| *byte == b'\n').next();
        match lines::judge(first.unwrap_or_default()) {
            Request::Whole(line) => client.write_all(&lines::with_newline(&reply_to(&line)))?,
            Request::TooLong => return ending::say_last(client, lines::TOO_LONG),
            Request::End => return Ok(()),
        }
        text.clear();
    }
}
