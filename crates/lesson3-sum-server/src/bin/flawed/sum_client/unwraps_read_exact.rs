//! Unwraps what read_exact answers, and panics at a reply of 9 bytes that is cut off.

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
    stream.read_exact(&mut reply).unwrap();
    match reply {
        [0, sum @ ..] => Ok(i64::from_be_bytes(sum).to_string()),
        [1, ..] => Err("overflow".to_owned()),
        [other, ..] => Err(format!("the reply has the unknown status {other}")),
    }
}
