//! Collects the reply, and prints it when the conversation is over.

use crate::Played;
use crate::tcp_client;
use crate::tcp_client::Event;
use std::ffi::OsString;
use std::net::TcpStream;
use std::sync::Mutex;
use std::sync::mpsc::Sender;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let result = tcp_client::run(arguments, tcp_client::send, receive);
    tcp_client::print(&REPLY.lock().unwrap());
    result
}

static REPLY: Mutex<Vec<u8>> = Mutex::new(Vec::new());

fn receive(stream: &TcpStream, events: &Sender<Event>) {
    tcp_client::receive_and(stream, events, |bytes| {
        REPLY.lock().unwrap().extend_from_slice(bytes);
    });
}
