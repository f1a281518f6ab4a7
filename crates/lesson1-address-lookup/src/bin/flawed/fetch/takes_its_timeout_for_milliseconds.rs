//! Gives an address as many milliseconds as it should have seconds.

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
    web_client::attempt(addr, timeout / 1000)
}
