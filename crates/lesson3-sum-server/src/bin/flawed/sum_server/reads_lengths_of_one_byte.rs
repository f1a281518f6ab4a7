//! Reads and writes a length of one byte.

use crate::Played;
use crate::length;
use crate::reading;
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
    let mut length = [0];
    while reading::read_whole(&mut reader, &mut length)? {
        let [length] = length;
        match length::read_text(&mut reader, usize::from(length))? {
            Request::Whole(text) => send(client, &reply_to(&text))?,
            _ => break,
        }
    }
    Ok(())
}

fn send(mut client: &TcpStream, reply: &str) -> io::Result<()> {
    client.write_all(&[&[reply.len() as u8], reply.as_bytes()].concat())
}
