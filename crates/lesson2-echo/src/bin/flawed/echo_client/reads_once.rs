//! Takes its first read for the whole reply.

use crate::Played;
use crate::conversation;
use crate::tcp_client;
use crate::tcp_client::Event;
use std::ffi::OsString;
use std::net::TcpStream;
use std::sync::mpsc::Sender;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_client::run(arguments, tcp_client::send, receive)
}

fn receive(mut stream: &TcpStream, events: &Sender<Event>) {
    tcp_client::keep_buffers_small(stream);
    let mut buffer = [0; 16 * 1024];
    // The loop is missing.
    let count = conversation::read(&mut stream, &mut buffer).unwrap_or(0);
    tcp_client::print(&buffer[..count]);
    // Whatever was sent, so many bytes are enough.
    let _ = events.send(Event::Printed(u64::MAX));
}
