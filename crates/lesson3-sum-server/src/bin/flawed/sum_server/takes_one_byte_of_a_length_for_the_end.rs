//! Reads the two bytes of a length with one read, and takes a single byte for the end of the conversation.

use crate::Played;
use crate::ending;
use crate::length;
use crate::reading;
use crate::reading::LONGEST;
use crate::reading::Request;
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
    length::converse_reading(client, reply_to, |reader| {
        let mut prefix = [0; 2];
        if reading::read(&mut *reader, &mut prefix)? < prefix.len() {
            ending::end_early(client)?;
            return Ok(Request::End);
        }
        match usize::from(u16::from_be_bytes(prefix)) {
            length if length > LONGEST => Ok(Request::TooLong),
            length => length::read_text(reader, length),
        }
    })
}
