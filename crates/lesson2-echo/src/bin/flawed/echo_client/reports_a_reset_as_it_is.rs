//! Shows the system's words for a reset, and not how many bytes came before it.

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
    let last = loop {
        match conversation::read(&mut stream, &mut buffer) {
            Ok(0) => break Event::Closed,
            Ok(count) => {
                tcp_client::print(&buffer[..count]);
                let _ = events.send(Event::Printed(count as u64));
            }
            Err(error) => break Event::Broken(error.to_string()),
        }
    };
    let _ = events.send(last);
}
