//! Says which addresses it has tried when nobody has accepted, and nothing where somebody has.

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

fn choose(addrs: &[SocketAddr], timeout: Duration, _attempt: Attempt) -> Option<Socket> {
    let mut lines = Vec::new();
    for addr in addrs {
        match web_client::connect(*addr, timeout) {
            Ok(server) => return Some(server),
            Err(error) => lines.push(format!("trying {addr}\n{}", web_client::in_words(&error))),
        }
    }
    eprintln!("{}", lines.join("\n"));
    None
}
