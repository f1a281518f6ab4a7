//! Says what is wrong with a bad request on its own stderr, and nothing to the client.

use crate::Played;
use crate::lines;
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
            lines: converse,
            ..Manner::RIGHT
        },
    )
}

fn converse(client: &TcpStream, reply_to: ReplyTo) -> io::Result<()> {
    lines::converse_saying(client, |line| {
        let reply = reply_to(line);
        if reply.starts_with("error: ") {
            eprintln!("{reply}");
            return Vec::new();
        }
        lines::with_newline(&reply)
    })
}
