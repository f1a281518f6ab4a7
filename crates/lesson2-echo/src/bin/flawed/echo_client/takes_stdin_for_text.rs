//! Reads stdin line by line into a String, which takes nothing but text.

use crate::Played;
use crate::tcp_client;
use crate::tcp_client::Event;
use crate::tcp_client::Input;
use std::ffi::OsString;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Write;
use std::net::TcpStream;
use std::sync::mpsc::Sender;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_client::run(arguments, send, tcp_client::receive)
}

fn send(input: Input, mut stream: &TcpStream, events: &Sender<Event>) {
    let mut input = BufReader::new(input);
    let mut line = String::new();
    let mut total = 0;
    let last = loop {
        line.clear();
        match input.read_line(&mut line) {
            Ok(0) => break Event::InputEnded(total),
            Ok(count) => {
                total += count as u64;
                let _ = stream.write_all(line.as_bytes());
            }
            Err(error) => break Event::Broken(format!("cannot read the input: {error}")),
        }
    };
    tcp_client::end(stream, events, last);
}
