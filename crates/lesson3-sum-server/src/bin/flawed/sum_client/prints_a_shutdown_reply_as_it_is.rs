//! Prints a reply in the framing `shutdown`, whatever it is.

use crate::Played;
use crate::client;
use crate::client::Manner;
use std::ffi::OsString;
use std::net::TcpStream;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    client::run(
        arguments,
        Manner {
            shutdown: read_to_end,
            ..Manner::RIGHT
        },
    )
}

fn read_to_end(stream: &TcpStream) -> Result<String, String> {
    let text = client::everything(stream)?;
    Ok(String::from_utf8_lossy(&text).into_owned())
}
