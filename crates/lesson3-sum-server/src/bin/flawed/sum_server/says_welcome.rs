//! Greets the client before it has asked anything.

use crate::Played;
use crate::lines;
use crate::server;
use crate::server::Manner;
use crate::sum::ReplyTo;
use std::ffi::OsString;
use std::io;
use std::io::Write;
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

fn converse(mut client: &TcpStream, reply_to: ReplyTo) -> io::Result<()> {
    client.write_all(b"Send me two numbers!\n")?;
    lines::converse(client, reply_to)
}
