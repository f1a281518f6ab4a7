//! Reads with read_line, which fails at bytes that are no UTF-8, and the conversation with it.

use crate::Played;
use crate::ending;
use crate::lines;
use crate::reading::LONGEST;
use crate::reading::Reader;
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
    let read = |reader: &mut Reader<'_>| {
        let mut line = String::new();
        reader.take(LONGEST as u64 + 1).read_line(&mut line)?;
        Ok(lines::judge(line.as_bytes()))
    };
    lines::converse_reading(client, reply_to, read).or_else(|_| ending::end_early(client))
}
