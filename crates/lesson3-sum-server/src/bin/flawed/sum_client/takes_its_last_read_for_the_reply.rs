//! Reads until the newline, but keeps only what the last read brought.

use crate::Played;
use crate::client;
use crate::client::Manner;
use crate::reading;
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
    let mut buffer = [0; 4096];
    loop {
        let read = reading::read(stream, &mut buffer);
        let count = read.map_err(|error| client::in_words(&error))?;
        let mut lines = buffer[..count].split(|byte| *byte == b'\n');
        match (lines.next(), lines.next()) {
            (Some(line), Some(_)) => return client::sum_in(line),
            _ if count == 0 => return Err("the reply was cut off".to_owned()),
            _ => {}
        }
    }
}
