//! Unwraps from_utf8 on the reply.

use crate::Played;
use crate::tcp_client;
use crate::tcp_client::Event;
use std::ffi::OsString;
use std::net::TcpStream;
use std::sync::mpsc::Sender;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_client::run(arguments, tcp_client::send, receive)
}

fn receive(stream: &TcpStream, events: &Sender<Event>) {
    tcp_client::receive_and(stream, events, |bytes| {
        let text = std::panic::catch_unwind(|| String::from_utf8(bytes.to_vec()).unwrap());
        match text {
            Ok(text) => tcp_client::print(text.as_bytes()),
            // In a program of one thread, the panic would be its end.
            Err(_) => std::process::exit(101),
        }
    });
}
