//! Sends a buffer, waits until all of it has come back, and sends the next one.

use crate::Played;
use crate::conversation;
use crate::tcp_client;
use crate::tcp_client::Event;
use crate::tcp_client::Input;
use std::ffi::OsString;
use std::io::Write;
use std::net::TcpStream;
use std::sync::mpsc::Sender;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_client::run(arguments, send, |_, _| {})
}

fn send(mut input: Input, mut stream: &TcpStream, events: &Sender<Event>) {
    let mut buffer = [0; 16 * 1024];
    let mut total = 0;
    while let Ok(count @ 1..) = conversation::read(&mut input, &mut buffer) {
        total += count as u64;
        let _ = stream.write_all(&buffer[..count]);
        // A server that waits for more than this has no reason to answer yet.
        let mut missing = count;
        while missing > 0 {
            match conversation::read(&mut stream, &mut buffer[..missing]) {
                Ok(received @ 1..) => {
                    tcp_client::print(&buffer[..received]);
                    let _ = events.send(Event::Printed(received as u64));
                    missing -= received;
                }
                _ => {
                    let _ = events.send(Event::Closed);
                    return tcp_client::end(stream, events, Event::InputEnded(total));
                }
            }
        }
    }
    tcp_client::end(stream, events, Event::InputEnded(total));
}
