//! Takes zeros for the bytes that are missing when a reply of 9 bytes is cut off.

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
            fixed: read_fixed,
            ..Manner::RIGHT
        },
    )
}

fn read_fixed(mut stream: &TcpStream) -> Result<String, String> {
    let mut reply = [0; 9];
    let mut filled = 0;
    while filled < reply.len() {
        match stream.read(&mut reply[filled..]) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) => return Err(client::in_words(&error)),
        }
    }
    match reply {
        [0, sum @ ..] => Ok(i64::from_be_bytes(sum).to_string()),
        [1, ..] => Err("overflow".to_owned()),
        [other, ..] => Err(format!("the reply has the unknown status {other}")),
    }
}
