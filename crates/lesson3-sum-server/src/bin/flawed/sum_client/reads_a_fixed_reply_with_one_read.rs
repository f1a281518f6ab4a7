//! Reads the 9 bytes of a reply with one read, and does not look how many came.

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
            fixed: read_fixed,
            ..Manner::RIGHT
        },
    )
}

fn read_fixed(stream: &TcpStream) -> Result<String, String> {
    let mut reply = [0; 9];
    let read = reading::read(stream, &mut reply);
    let count = read.map_err(|error| client::in_words(&error))?;
    // What comes later is read and forgotten, so that the server is not cut off in the middle of it.
    client::fill(stream, &mut [0; 9][count..])?;
    match reply {
        [0, sum @ ..] => Ok(i64::from_be_bytes(sum).to_string()),
        [1, ..] => Err("overflow".to_owned()),
        [other, ..] => Err(format!("the reply has the unknown status {other}")),
    }
}
