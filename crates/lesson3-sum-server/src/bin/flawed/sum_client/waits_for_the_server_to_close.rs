//! Reads until the server closes before it looks for the newline.

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
    let text = client::everything(stream)?;
    match text.iter().position(|byte| *byte == b'\n') {
        Some(end) => client::sum_in(&text[..end]),
        None => Err("the reply was cut off".to_owned()),
    }
}
