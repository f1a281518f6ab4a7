//! Reads the reply to its message until the server closes, which it need not do.

use crate::Played;
use crate::tcp_client;
use crate::tcp_client::Event;
use std::ffi::OsString;
use std::io::Read;
use std::net::TcpStream;
use std::sync::mpsc::Sender;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    if arguments.len() < 2 {
        // Stdin has a loop of its own, in which bytes are counted.
        return tcp_client::run(arguments, tcp_client::send, tcp_client::receive);
    }
    tcp_client::run(arguments, tcp_client::send, receive)
}

fn receive(mut stream: &TcpStream, events: &Sender<Event>) {
    let mut reply = Vec::new();
    // What came before a reset is in the buffer, too.
    let _ = stream.read_to_end(&mut reply);
    tcp_client::print(&reply);
    let _ = events.send(Event::Printed(reply.len() as u64));
    let _ = events.send(Event::Closed);
}
