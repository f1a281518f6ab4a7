//! Prints a reply that is no error, without a look at whether it is a number.

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
    match line.strip_prefix(b"error: ") {
        Some(reason) => Err(reason.escape_ascii().to_string()),
        None => Ok(line.escape_ascii().to_string()),
    }
}
