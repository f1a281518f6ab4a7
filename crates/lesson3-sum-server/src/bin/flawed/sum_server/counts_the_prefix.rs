//! Counts the two bytes of the length among those that it counts.

use crate::Played;
use crate::ending;
use crate::length;
use crate::reading::LONGEST;
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
    while let Some(length) = length::read_length(&mut reader)? {
        if length > LONGEST + 2 {
            return ending::say_last(client, &message(length::TOO_LONG));
        }
        match length::read_text(&mut reader, length.saturating_sub(2))? {
            Request::Whole(text) => send(client, &message(&reply_to(&text)))?,
            _ => break,
        }
    }
    Ok(())
}

fn send(mut client: &TcpStream, message: &[u8]) -> io::Result<()> {
    client.write_all(message)
}

fn message(text: &str) -> Vec<u8> {
    let length = text.len() as u16 + 2;
    [&length.to_be_bytes(), text.as_bytes()].concat()
}
