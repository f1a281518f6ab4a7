//! Adds the first word of a reply to nothing else, and forgets the other words.

use crate::Played;
use crate::client;
use crate::client::Manner;
use std::ffi::OsString;
use std::net::TcpStream;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    client::run(
        arguments,
        Manner {
            lines: read_line,
            ..Manner::RIGHT
        },
    )
}

fn read_line(stream: &TcpStream) -> Result<String, String> {
    let line = client::line(stream)?;
    if line.starts_with(b"error: ") {
        return client::sum_in(&line);
    }
    let first = line.split(|byte| *byte == b' ').next();
    client::sum_in(first.unwrap_or_default())
}
