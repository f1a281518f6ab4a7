//! Makes a String of a text with a length, and panics when it is no UTF-8.

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
        let text = String::from_utf8(text.to_vec()).unwrap();
        length::message(&reply_to(text.as_bytes()))
    })
}
