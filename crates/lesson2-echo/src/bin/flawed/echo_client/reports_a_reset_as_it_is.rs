//! Shows the system's words for a reset, and not how many bytes came before it.

use crate::Played;
use crate::conversation;
use crate::tcp_client;
use crate::tcp_client::Event;
use crate::tcp_client::Input;
use std::ffi::OsString;
use std::io;
use std::net::TcpStream;
use std::sync::mpsc::Sender;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_client::run(arguments, send, receive)
}

// One of the two directions hears of the reset: which one is a race.
fn send(mut input: Input, mut stream: &TcpStream, events: &Sender<Event>) {
    let last = match io::copy(&mut input, &mut stream) {
        Ok(total) => Event::InputEnded(total),
        Err(error) => Event::Broken(error.to_string()),
    };
    tcp_client::end(stream, events, last);
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
