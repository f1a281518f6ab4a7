//! Shows the words of the system for an address that cannot be reached.

use crate::Played;
use crate::web_client;
use crate::web_client::CORRECT;
use crate::web_client::Steps;
use socket2::Socket;
use std::io;
use std::net::SocketAddr;
use std::time::Duration;

pub(crate) fn play(arguments: &[String]) -> Played {
    web_client::run(arguments, Steps { attempt, ..CORRECT })
}

fn attempt(addr: SocketAddr, timeout: Duration) -> Option<Socket> {
    web_client::attempt_explaining(addr, timeout, in_words)
}

fn in_words(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::ConnectionRefused | io::ErrorKind::TimedOut => web_client::in_words(error),
        _ => error.to_string(),
    }
}
