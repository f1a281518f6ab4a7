//! Sends a newline after the message.

use crate::Played;
use crate::tcp_client;
use crate::tcp_client::Event;
use crate::tcp_client::Input;
use std::ffi::OsString;
use std::io::Write;
use std::net::TcpStream;
use std::sync::mpsc::Sender;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let has_message = arguments.len() > 1;
    let send = move |mut input: Input, mut stream: &TcpStream, events: &Sender<Event>| {
        let last = tcp_client::send_all(&mut input, stream);
        if has_message {
            // "A message ends in a newline": nobody has said that.
            let _ = stream.write_all(b"\n");
        }
        tcp_client::end(stream, events, last);
    };
    tcp_client::run(arguments, send, tcp_client::receive)
}
