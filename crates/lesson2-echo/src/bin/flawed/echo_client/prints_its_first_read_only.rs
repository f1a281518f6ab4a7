//! Takes its first read for the whole reply, and prints nothing of what comes later.

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
    let mut is_first = true;
    tcp_client::receive_and(stream, events, |bytes| {
        if is_first {
            tcp_client::print(bytes);
        }
        is_first = false;
    });
}
