//! Prints without a flush: what does not end in a newline stays in stdout's buffer.

use crate::Played;
use crate::tcp_client;
use crate::tcp_client::Event;
use std::ffi::OsString;
use std::io;
use std::io::Write;
use std::net::TcpStream;
use std::sync::mpsc::Sender;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_client::run(arguments, tcp_client::send, receive)
}

fn receive(stream: &TcpStream, events: &Sender<Event>) {
    tcp_client::receive_and(stream, events, |bytes| {
        io::stdout().write_all(bytes).unwrap()
    });
}
