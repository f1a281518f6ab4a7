//! Takes what its first read brings for the whole reply.

use crate::Played;
use crate::client;
use crate::client::Manner;
use std::ffi::OsString;
use std::io::BufRead;
use std::io::BufReader;
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
    let mut reader = BufReader::new(stream);
    let first = reader
        .fill_buf()
        .map_err(|error| client::in_words(&error))?;
    let first = first.to_vec();
    // What comes later is read and forgotten, so that the server is not cut off in the middle of it.
    let mut rest = Vec::new();
    let read = reader.read_until(b'\n', &mut rest);
    read.map_err(|error| client::in_words(&error))?;
    if !rest.ends_with(b"\n") {
        return Err("the reply was cut off".to_owned());
    }
    let line = first.split(|byte| *byte == b'\n').next();
    client::sum_in(line.unwrap_or_default())
}
