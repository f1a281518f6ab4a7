//! Makes a new BufReader for each request with a length, and loses what the last one had read too much.

use crate::Played;
use crate::length;
use crate::server;
use crate::server::Manner;
use crate::sum::ReplyTo;
use std::ffi::OsString;
use std::io;
use std::io::BufReader;
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
    length::converse_reading(client, reply_to, |reader| {
        length::read_request(&mut BufReader::new(*reader.get_ref()))
    })
}
