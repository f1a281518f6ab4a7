//! Takes a write that fails for the end of everything, and says just that.

use crate::Played;
use crate::tcp_client;
use crate::tcp_client::Event;
use crate::tcp_client::Input;
use std::ffi::OsString;
use std::io;
use std::net::TcpStream;
use std::sync::mpsc::Sender;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_client::run(arguments, send, tcp_client::receive)
}

fn send(mut input: Input, mut stream: &TcpStream, events: &Sender<Event>) {
    let sent = io::copy(&mut input, &mut stream);
    let last = match sent {
        Ok(total) => Event::InputEnded(total),
        Err(error) => Event::Broken(format!("cannot send: {error}")),
    };
    tcp_client::end(stream, events, last);
}
