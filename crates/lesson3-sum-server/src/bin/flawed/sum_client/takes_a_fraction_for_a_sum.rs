//! Takes the reply for a float.

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
    let line = client::line(stream)?;
    let text = String::from_utf8_lossy(&line).into_owned();
    client::sum_in(&line).or_else(|reason| match text.parse::<f64>() {
        Ok(sum) => Ok(sum.to_string()),
        Err(_) => Err(reason),
    })
}
