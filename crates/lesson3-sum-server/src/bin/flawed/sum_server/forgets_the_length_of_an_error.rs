//! Sends an error as bare text, without its length in front.

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
        let reply = reply_to(text);
        if reply.starts_with("error: ") {
            return reply.into_bytes();
        }
        length::message(&reply)
    })
}
