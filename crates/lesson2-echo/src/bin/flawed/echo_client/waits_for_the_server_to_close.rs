//! Reads until the server closes, which it need not do.

use crate::Played;
use crate::tcp_client;
use crate::tcp_client::Event;
use std::ffi::OsString;
use std::net::TcpStream;
use std::sync::mpsc;
use std::sync::mpsc::Sender;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_client::run(arguments, tcp_client::send, receive)
}

fn receive(stream: &TcpStream, events: &Sender<Event>) {
    let mut total = 0;
    let (inner, _kept) = mpsc::channel();
    tcp_client::receive_and(stream, &inner, |bytes| {
        tcp_client::print(bytes);
        total += bytes.len() as u64;
    });
    // Only now does the main thread hear how many there were.
    let _ = events.send(Event::Printed(total));
    let _ = events.send(Event::Closed);
}
