//! Prints the reply as text, with question marks where it is none.

use crate::Played;
use crate::tcp_client;
use crate::tcp_client::Event;
use std::ffi::OsString;
use std::net::TcpStream;
use std::sync::mpsc::Sender;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_client::run(arguments, tcp_client::send, receive)
}

fn receive(stream: &TcpStream, events: &Sender<Event>) {
    tcp_client::receive_and(stream, events, |bytes| {
        tcp_client::print(String::from_utf8_lossy(bytes).as_bytes());
    });
}
