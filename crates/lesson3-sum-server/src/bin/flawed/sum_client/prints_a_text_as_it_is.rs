//! Prints the text of a reply with a length, whatever it is.

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
    let mut text = vec![0; usize::from(u16::from_be_bytes(prefix))];
    client::fill(stream, &mut text)?;
    Ok(String::from_utf8_lossy(&text).into_owned())
}
