//! Reads a request of any length in the framing `shutdown`.

use crate::Played;
use crate::lines;
use crate::reading::Request;
use crate::server;
use crate::server::Manner;
use crate::shutdown;
use crate::sum::ReplyTo;
use std::ffi::OsString;
use std::io;
use std::io::Read;
use std::net::TcpStream;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            shutdown: converse,
            ..Manner::RIGHT
        },
    )
}

fn converse(client: &TcpStream, reply_to: ReplyTo) -> io::Result<()> {
    shutdown::converse_reading(client, reply_to, |mut client| {
        let mut text = Vec::new();
        client.read_to_end(&mut text)?;
        Ok(Request::Whole(lines::without_end(&text).to_vec()))
    })
}
