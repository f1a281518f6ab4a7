//! Prints the digits that came when a reply with a length is cut off.

use crate::Played;
use crate::client;
use crate::client::Manner;
use std::ffi::OsString;
use std::io::Read;
use std::net::TcpStream;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    client::run(
        arguments,
        Manner {
            length: read_length,
            ..Manner::RIGHT
        },
    )
}

fn read_length(stream: &TcpStream) -> Result<String, String> {
    let mut prefix = [0; 2];
    client::fill(stream, &mut prefix)?;
    let mut text = Vec::new();
    let length = u64::from(u16::from_be_bytes(prefix));
    let read = stream.take(length).read_to_end(&mut text);
    read.map_err(|error| client::in_words(&error))?;
    client::sum_in(&text)
}
