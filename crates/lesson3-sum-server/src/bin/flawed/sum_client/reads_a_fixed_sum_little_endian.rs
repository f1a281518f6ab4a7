//! Reads the sum of the framing `fixed` with the least significant byte first.

use crate::Played;
use crate::client;
use crate::client::Manner;
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
    let (status, sum) = client::nine_bytes(stream)?;
    match status {
        0 => Ok(i64::from_le_bytes(sum).to_string()),
        1 => Err("overflow".to_owned()),
        other => Err(format!("the reply has the unknown status {other}")),
    }
}
