//! Reads no more than 1024 bytes of a line, and takes them for all of it.

use crate::Played;
use crate::lines;
use crate::reading::LONGEST;
use crate::reading::Request;
use crate::server;
use crate::server::Manner;
use crate::sum::ReplyTo;
use std::ffi::OsString;
use std::io;
use std::io::BufRead;
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
        reader.take(LONGEST as u64).read_until(b'\n', &mut line)?;
        Ok(match line.len() {
            0 => Request::End,
            _ => Request::Whole(lines::without_end(&line).to_vec()),
        })
    })
}
