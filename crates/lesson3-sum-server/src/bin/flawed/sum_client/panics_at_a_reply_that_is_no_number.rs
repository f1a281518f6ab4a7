//! Unwraps what parse answers.

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
    let sum: i64 = String::from_utf8_lossy(&line).parse().unwrap();
    Ok(sum.to_string())
}
