//! Leaves IPv6 addresses out.

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
    let old = addrs.iter().copied().filter(SocketAddr::is_ipv4);
    let old: Vec<SocketAddr> = old.collect();
    web_client::choose(&old, timeout, attempt)
}
