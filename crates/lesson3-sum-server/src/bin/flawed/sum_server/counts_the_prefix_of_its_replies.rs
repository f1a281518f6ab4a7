//! Counts the two bytes of the length in its replies, though not in requests.

use crate::Played;
use crate::length;
use crate::server;
use crate::server::Manner;
use crate::sum::ReplyTo;
use std::ffi::OsString;
use std::io;
use std::net::TcpStream;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            length: converse,
            ..Manner::RIGHT
        },
    )
}

fn converse(client: &TcpStream, reply_to: ReplyTo) -> io::Result<()> {
    length::converse_saying(client, |text| {
        let text = reply_to(text);
        let length = text.len() as u16 + 2;
        [&length.to_be_bytes(), text.as_bytes()].concat()
    })
}
