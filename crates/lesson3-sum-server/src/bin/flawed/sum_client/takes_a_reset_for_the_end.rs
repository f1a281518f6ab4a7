//! Takes a failed read for the end of the reply, and prints what came until then.

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
    let mut line = Vec::new();
    let read = BufReader::new(stream).read_until(b'\n', &mut line);
    if read.is_ok() && !line.ends_with(b"\n") {
        return Err("the reply was cut off".to_owned());
    }
    client::sum_in(line.strip_suffix(b"\n").unwrap_or(&line))
}
