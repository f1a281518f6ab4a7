//! Connects to every address, and then takes the first connection.

use crate::Played;
use crate::web_client;
use crate::web_client::Attempt;
use crate::web_client::CORRECT;
use crate::web_client::Steps;
use socket2::Socket;
use std::net::SocketAddr;
use std::time::Duration;

pub(crate) fn play(arguments: &[String]) -> Played {
    web_client::run(arguments, Steps { choose, ..CORRECT })
}

fn choose(addrs: &[SocketAddr], timeout: Duration, attempt: Attempt) -> Option<Socket> {
    let attempts = addrs.iter().filter_map(|addr| attempt(*addr, timeout));
    let all: Vec<Socket> = attempts.collect();
    all.into_iter().next()
}
