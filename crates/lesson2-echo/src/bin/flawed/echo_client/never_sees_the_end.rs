//! Counts the bytes that come back, and takes 0 bytes for "nothing yet".

use crate::Played;
use crate::conversation;
use crate::tcp_client;
use crate::tcp_client::Event;
use std::ffi::OsString;
use std::net::TcpStream;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_client::run(arguments, tcp_client::send, receive)
}

fn receive(mut stream: &TcpStream, events: &Sender<Event>) {
    let mut buffer = [0; 16 * 1024];
    loop {
        match conversation::read(&mut stream, &mut buffer) {
            Ok(count @ 1..) => {
                tcp_client::print(&buffer[..count]);
                let _ = events.send(Event::Printed(count as u64));
            }
            // Nothing will ever come again.
            _ => thread::sleep(Duration::from_millis(10)),
        }
    }
}
