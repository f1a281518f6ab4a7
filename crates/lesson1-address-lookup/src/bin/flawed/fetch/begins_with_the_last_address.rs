//! Takes the addresses from the end of its list.

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
    let mut left = addrs.to_vec();
    while let Some(addr) = left.pop() {
        if let Some(server) = attempt(addr, timeout) {
            return Some(server);
        }
    }
    None
}
