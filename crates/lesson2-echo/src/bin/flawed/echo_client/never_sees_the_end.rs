//! Counts the bytes that come back, and never notices that 0 bytes are the end.

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
    let mut buffer = [0; 16 * 1024];
    while let Ok(count) = conversation::read(&mut stream, &mut buffer) {
        tcp_client::print(&buffer[..count]);
        let _ = events.send(Event::Printed(count as u64));
    }
    let _ = events.send(Event::Closed);
}
