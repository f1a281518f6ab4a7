//! Tries the first address, and no other.

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
    web_client::choose(&addrs[..1], timeout, attempt)
}
