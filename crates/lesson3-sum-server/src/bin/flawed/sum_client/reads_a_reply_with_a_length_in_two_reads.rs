//! Reads a length with one read and a text with another, and does not look how many bytes came.

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
            length: read_length,
            ..Manner::RIGHT
        },
    )
}

fn read_length(stream: &TcpStream) -> Result<String, String> {
    let mut prefix = [0; 2];
    read_part(stream, &mut prefix)?;
    let mut text = vec![0; usize::from(u16::from_be_bytes(prefix))];
    read_part(stream, &mut text)?;
    client::sum_in(&text)
}

fn read_part(stream: &TcpStream, buffer: &mut [u8]) -> Result<(), String> {
    let read = reading::read(stream, buffer);
    let count = read.map_err(|error| client::in_words(&error))?;
    // What comes later is read and forgotten, so that the server is not cut off in the middle of it.
    let mut rest = vec![0; buffer.len() - count];
    client::fill(stream, &mut rest)
}
