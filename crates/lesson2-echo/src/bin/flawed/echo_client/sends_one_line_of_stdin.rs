//! Reads one line of stdin, as if a user had typed it.

use crate::Played;
use crate::tcp_client;
use crate::tcp_client::Event;
use crate::tcp_client::Input;
use std::ffi::OsString;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Cursor;
use std::net::TcpStream;
use std::sync::mpsc::Sender;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_client::run(arguments, send, tcp_client::receive)
}

fn send(input: Input, stream: &TcpStream, events: &Sender<Event>) {
    let mut line = Vec::new();
    BufReader::new(input).read_until(b'\n', &mut line).unwrap();
    tcp_client::send(Box::new(Cursor::new(line)), stream, events);
}
