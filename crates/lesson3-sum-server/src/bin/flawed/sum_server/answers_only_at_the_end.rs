//! Reads everything up to the end of file before it answers the first request.

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
    let mut replies = Vec::new();
    let mut reader = BufReader::new(client);
    loop {
        match lines::read_line(&mut reader)? {
            Request::Whole(line) => replies.extend(lines::with_newline(&reply_to(&line))),
            Request::TooLong => {
                replies.extend(lines::TOO_LONG);
                return ending::say_last(client, &replies);
            }
            Request::End => return client.write_all(&replies),
        }
    }
}
