//! Prints the sum of the framing `fixed` whatever its status says.

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
    let (_, sum) = client::nine_bytes(stream)?;
    Ok(i64::from_be_bytes(sum).to_string())
}
