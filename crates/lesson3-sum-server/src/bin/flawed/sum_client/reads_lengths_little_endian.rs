//! Reads a length with the least significant byte first.

use crate::Played;
use crate::client;
use crate::client::Manner;
use std::ffi::OsString;
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
    let mut text = vec![0; usize::from(u16::from_le_bytes(prefix))];
    client::fill(stream, &mut text)?;
    client::sum_in(&text)
}
