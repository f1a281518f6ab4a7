//! Prints 0 when the server closes without a reply.

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
            shutdown: read_to_end,
            ..Manner::RIGHT
        },
    )
}

fn read_line(stream: &TcpStream) -> Result<String, String> {
    client::read_line(stream).or_else(|reason| {
        if reason == "the server closed without a reply" {
            Ok("0".to_owned())
        } else {
            Err(reason)
        }
    })
}

fn read_to_end(stream: &TcpStream) -> Result<String, String> {
    match client::everything(stream)?.as_slice() {
        b"" => Ok("0".to_owned()),
        text => client::sum_in(text),
    }
}
