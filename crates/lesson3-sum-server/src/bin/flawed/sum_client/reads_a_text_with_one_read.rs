//! Reads the text behind a length with one read, and does not look how many bytes came.

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
    client::fill(stream, &mut prefix)?;
    let mut text = vec![0; usize::from(u16::from_be_bytes(prefix))];
    let read = reading::read(stream, &mut text);
    let count = read.map_err(|error| client::in_words(&error))?;
    // What comes later is read and forgotten, so that the server is not cut off in the middle of it.
    let mut rest = vec![0; text.len() - count];
    client::fill(stream, &mut rest)?;
    client::sum_in(&text)
}
