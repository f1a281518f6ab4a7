//! Makes a String of a reply, and panics when it is no UTF-8.

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
            length: read_length,
            shutdown: read_to_end,
            ..Manner::RIGHT
        },
    )
}

fn read_line(stream: &TcpStream) -> Result<String, String> {
    sum_in(client::line(stream)?)
}

fn read_length(stream: &TcpStream) -> Result<String, String> {
    let mut prefix = [0; 2];
    client::fill(stream, &mut prefix)?;
    let mut text = vec![0; usize::from(u16::from_be_bytes(prefix))];
    client::fill(stream, &mut text)?;
    sum_in(text)
}

fn read_to_end(stream: &TcpStream) -> Result<String, String> {
    sum_in(client::everything(stream)?)
}

fn sum_in(reply: Vec<u8>) -> Result<String, String> {
    client::sum_in(String::from_utf8(reply).unwrap().as_bytes())
}
