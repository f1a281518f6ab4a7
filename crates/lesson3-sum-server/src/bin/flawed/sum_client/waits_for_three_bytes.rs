//! Reads on until there are three bytes at least: a sum of one digit and its newline are only two.

use crate::Played;
use crate::client;
use crate::client::Manner;
use std::ffi::OsString;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Read;
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
    let mut first = [0; 3];
    client::fill(stream, &mut first)?;
    let mut reader = BufReader::new(first.chain(stream)).take(1024);
    let mut line = Vec::new();
    let read = reader.read_until(b'\n', &mut line);
    read.map_err(|error| client::in_words(&error))?;
    match line.strip_suffix(b"\n") {
        Some(line) => client::sum_in(line),
        None => Err("the reply was cut off".to_owned()),
    }
}
