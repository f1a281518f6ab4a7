//! Prints whatever comes up to the newline or the end of file, and takes it for a sum.

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
    let mut line = String::new();
    let read = BufReader::new(stream).read_line(&mut line);
    read.map_err(|error| client::in_words(&error))?;
    Ok(line.trim_end().to_owned())
}
