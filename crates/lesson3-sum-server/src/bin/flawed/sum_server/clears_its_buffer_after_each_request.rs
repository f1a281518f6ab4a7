//! Joins the pieces of a line, but clears its buffer after the first newline in it.

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
    let mut buffer = [0; 4096];
    let mut text = Vec::new();
    loop {
        let count = reading::read(client, &mut buffer)?;
        text.extend_from_slice(&buffer[..count]);
        let end = text.iter().position(|byte| *byte == b'\n');
        let line = end.map_or(text.as_slice(), |end| &text[..=end]);
        if end.is_none() && text.len() <= LONGEST && count > 0 {
            continue;
        }
        match lines::judge(line) {
            Request::Whole(line) => client.write_all(&lines::with_newline(&reply_to(&line)))?,
            Request::TooLong => return ending::say_last(client, lines::TOO_LONG),
            Request::End => return Ok(()),
        }
        text.clear();
    }
}
