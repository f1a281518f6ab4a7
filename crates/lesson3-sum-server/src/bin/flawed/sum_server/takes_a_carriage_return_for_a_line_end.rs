//! Ends a line at a carriage return as well as at a newline, so that telnet's line end makes an empty line more.

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
        let mut limited = reader.take(LONGEST as u64 + 1);
        let mut byte = [0];
        while reading::read(&mut limited, &mut byte)? > 0 {
            if byte == [b'\r'] || byte == [b'\n'] {
                return Ok(Request::Whole(line));
            }
            line.extend(byte);
        }
        Ok(lines::judge(&line))
    })
}
