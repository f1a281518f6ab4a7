//! Says why an attempt failed in the words of the system, which are others on every one.

use crate::Played;
use crate::web_client;
use crate::web_client::CORRECT;
use crate::web_client::Steps;
use socket2::Socket;
use std::net::SocketAddr;
use std::time::Duration;

pub(crate) fn play(arguments: &[String]) -> Played {
    web_client::run(arguments, Steps { attempt, ..CORRECT })
}

fn attempt(addr: SocketAddr, timeout: Duration) -> Option<Socket> {
    web_client::attempt_explaining(addr, timeout, |error| error.to_string())
}
