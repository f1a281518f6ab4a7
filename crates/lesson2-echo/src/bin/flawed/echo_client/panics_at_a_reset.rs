//! Unwraps what read and write answer.

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
    let total = io::copy(&mut input, &mut stream).unwrap();
    tcp_client::end(stream, events, Event::InputEnded(total));
}

fn receive(mut stream: &TcpStream, events: &Sender<Event>) {
    let mut buffer = [0; 16 * 1024];
    let last = loop {
        match conversation::read(&mut stream, &mut buffer).unwrap() {
            0 => break Event::Closed,
            count => {
                tcp_client::print(&buffer[..count]);
                let _ = events.send(Event::Printed(count as u64));
            }
        }
    };
    let _ = events.send(last);
}
