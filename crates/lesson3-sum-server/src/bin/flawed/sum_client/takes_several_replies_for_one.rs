//! Takes everything up to a newline at the end of a read for one reply.

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
    let mut text = Vec::new();
    let mut buffer = [0; 4096];
    while !text.ends_with(b"\n") {
        let read = reading::read(stream, &mut buffer);
        match read.map_err(|error| client::in_words(&error))? {
            0 => return Err("the reply was cut off".to_owned()),
            count => text.extend_from_slice(&buffer[..count]),
        }
    }
    client::sum_in(text.strip_suffix(b"\n").unwrap_or(&text))
}
