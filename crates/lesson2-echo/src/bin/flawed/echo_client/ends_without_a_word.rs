//! Takes the end of file for the end of its work, without counting what came.

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
    while let Ok(count @ 1..) = conversation::read(&mut stream, &mut buffer) {
        tcp_client::print(&buffer[..count]);
        let _ = events.send(Event::Printed(count as u64));
    }
    let _ = events.send(Event::Done);
}
