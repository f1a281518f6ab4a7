//! Reads and writes a length with the least significant byte first.

use crate::Played;
use crate::ending;
use crate::length;
use crate::reading::LONGEST;
use crate::reading::Reader;
use crate::reading::Request;
use crate::server;
use crate::server::Manner;
use crate::sum::ReplyTo;
use std::ffi::OsString;
use std::io;
use std::io::BufReader;
use std::io::Write;
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
    let mut reader = BufReader::new(client);
    lengths(&mut reader, reply_to)
}

fn lengths(reader: &mut Reader<'_>, reply_to: ReplyTo) -> io::Result<()> {
    let mut client = *reader.get_ref();
    while let Some(length) = length::read_length(reader)? {
        let length = usize::from((length as u16).swap_bytes());
        if length > LONGEST {
            return ending::say_last(client, &swapped(length::TOO_LONG));
        }
        match length::read_text(reader, length)? {
            Request::Whole(text) => client.write_all(&swapped(&reply_to(&text)))?,
            _ => break,
        }
    }
    Ok(())
}

fn swapped(text: &str) -> Vec<u8> {
    let mut message = length::message(text);
    message.swap(0, 1);
    message
}
