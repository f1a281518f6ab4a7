//! Sorts the addresses by their numbers.

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
    let mut sorted = addrs.to_vec();
    sorted.sort();
    web_client::choose(&sorted, timeout, attempt)
}
