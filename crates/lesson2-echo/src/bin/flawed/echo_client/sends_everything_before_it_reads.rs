//! Sends all of its input, and reads only then: with much to send, both sides wait for the other to read.

use crate::Played;
use crate::tcp_client;
use crate::tcp_client::Event;
use crate::tcp_client::Input;
use std::ffi::OsString;
use std::net::TcpStream;
use std::sync::mpsc::Sender;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_client::run(arguments, send, |_, _| {})
}

fn send(input: Input, stream: &TcpStream, events: &Sender<Event>) {
    tcp_client::keep_buffers_small(stream);
    tcp_client::send(input, stream, events);
    tcp_client::receive(stream, events);
}
