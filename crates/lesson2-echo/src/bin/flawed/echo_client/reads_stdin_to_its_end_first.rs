//! Reads all of stdin before it sends the first byte, so that nobody can talk with the server.

use crate::Played;
use crate::tcp_client;
use crate::tcp_client::Event;
use crate::tcp_client::Input;
use std::ffi::OsString;
use std::io::Cursor;
use std::io::Read;
use std::net::TcpStream;
use std::sync::mpsc::Sender;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_client::run(arguments, send, tcp_client::receive)
}

fn send(mut input: Input, stream: &TcpStream, events: &Sender<Event>) {
    let mut everything = Vec::new();
    input.read_to_end(&mut everything).unwrap();
    tcp_client::send(Box::new(Cursor::new(everything)), stream, events);
}
