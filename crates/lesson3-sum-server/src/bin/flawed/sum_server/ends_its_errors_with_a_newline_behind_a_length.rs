//! Ends errors with a newline, although their length says where they end.

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
        let end = if reply.starts_with("error: ") {
            "\n"
        } else {
            ""
        };
        length::message(&format!("{reply}{end}"))
    })
}
