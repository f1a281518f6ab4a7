//! Waits for the newline, and takes 0 bytes for "nothing yet".

use crate::Played;
use crate::client;
use crate::client::Manner;
use std::ffi::OsString;
use std::io::BufRead;
use std::io::BufReader;
use std::net::TcpStream;
use std::thread;
use std::time::Duration;

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
    let mut line = Vec::new();
    let mut reader = BufReader::new(stream);
    while !line.ends_with(b"\n") {
        let read = reader.read_until(b'\n', &mut line);
        if read.map_err(|error| client::in_words(&error))? == 0 {
            // Nothing will ever come again.
            thread::sleep(Duration::from_millis(10));
        }
    }
    client::sum_in(line.strip_suffix(b"\n").unwrap_or(&line))
}
