//! Stops reading its input when the server takes no more, and counts only what was read until then.

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
    tcp_client::run(arguments, send, tcp_client::receive)
}

fn send(mut input: Input, mut stream: &TcpStream, events: &Sender<Event>) {
    let mut buffer = [0; 16 * 1024];
    let mut total = 0;
    while let Ok(count @ 1..) = conversation::read(&mut input, &mut buffer) {
        total += count as u64;
        if stream.write_all(&buffer[..count]).is_err() {
            break;
        }
    }
    tcp_client::end(stream, events, Event::InputEnded(total));
}
