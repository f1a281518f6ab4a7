//! Reads until the server closes, although the length says how much comes.

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
    let reply = client::everything(stream)?;
    let Some((prefix, text)) = reply.split_first_chunk() else {
        return Err("the reply was cut off".to_owned());
    };
    match text.get(..usize::from(u16::from_be_bytes(*prefix))) {
        Some(text) => client::sum_in(text),
        None => Err("the reply was cut off".to_owned()),
    }
}
