//! Takes a refusal for the answer of the whole name, and goes on only after a timeout.

use crate::Played;
use crate::web_client;
use crate::web_client::Attempt;
use crate::web_client::CORRECT;
use crate::web_client::Steps;
use socket2::Socket;
use std::io;
use std::net::SocketAddr;
use std::time::Duration;

pub(crate) fn play(arguments: &[String]) -> Played {
    web_client::run(arguments, Steps { choose, ..CORRECT })
}

fn choose(addrs: &[SocketAddr], timeout: Duration, _attempt: Attempt) -> Option<Socket> {
    for addr in addrs {
        web_client::announce(*addr);
        let connected = web_client::connect(*addr, timeout);
        let is_refusal =
            matches!(&connected, Err(error) if error.kind() == io::ErrorKind::ConnectionRefused);
        let server = web_client::judge(connected);
        if server.is_some() || is_refusal {
            return server;
        }
    }
    None
}
