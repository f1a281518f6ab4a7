//! Measures a line without its carriage return.

use crate::Played;
use crate::lines;
use crate::reading;
use crate::reading::LONGEST;
use crate::reading::Request;
use crate::server;
use crate::server::Manner;
use crate::sum::ReplyTo;
use std::ffi::OsString;
use std::io;
use std::io::Read;
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
        let mut line = Vec::new();
        let mut limited = reader.take(LONGEST as u64 + 2);
        let mut byte = [0];
        while !line.ends_with(b"\n") && reading::read(&mut limited, &mut byte)? > 0 {
            line.extend(byte);
            if lines::without_end(&line).len() > LONGEST {
                return Ok(Request::TooLong);
            }
        }
        Ok(match line.len() {
            0 => Request::End,
            _ => Request::Whole(lines::without_end(&line).to_vec()),
        })
    })
}
