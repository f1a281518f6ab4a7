//! Reads before it looks whether anything is missing, and so waits for the echo of an empty message.

use crate::Played;
use crate::conversation;
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
    let mut first = [0];
    let count = conversation::read(&mut input, &mut first).unwrap_or(0);
    if count == 0 {
        // Nothing is to be sent, but "a server always answers".
        let _ = stream.peek(&mut first);
    }
    let input = Cursor::new(first[..count].to_vec()).chain(input);
    tcp_client::send(Box::new(input), stream, events);
}
