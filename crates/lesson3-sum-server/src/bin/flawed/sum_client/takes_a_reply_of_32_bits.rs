//! Takes the sum for an i32.

use crate::Played;
use crate::client;
use crate::client::Manner;
use std::ffi::OsString;
use std::net::TcpStream;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    client::run(
        arguments,
        Manner {
            lines: read_line,
            ..Manner::RIGHT
        },
    )
}

fn read_line(stream: &TcpStream) -> Result<String, String> {
    let sum = client::read_line(stream)?;
    match sum.parse::<i32>() {
        Ok(sum) => Ok(sum.to_string()),
        Err(error) => Err(format!("the reply is no number: {error}")),
    }
}
