//! Reads and writes a length with the least significant byte first.

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
        let length = usize::from((length as u16).swap_bytes());
        if length > LONGEST {
            return ending::say_last(client, &message(length::TOO_LONG));
        }
        match length::read_text(&mut reader, length)? {
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
    [&(text.len() as u16).to_le_bytes(), text.as_bytes()].concat()
}
