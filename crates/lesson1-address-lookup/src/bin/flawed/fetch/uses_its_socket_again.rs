//! Makes one socket, and uses it again for the next address.

use crate::Played;
use crate::web_client;
use crate::web_client::Attempt;
use crate::web_client::CORRECT;
use crate::web_client::Steps;
use socket2::Domain;
use socket2::Socket;
use socket2::Type;
use std::net::SocketAddr;
use std::time::Duration;

pub(crate) fn play(arguments: &[String]) -> Played {
    web_client::run(arguments, Steps { choose, ..CORRECT })
}

fn choose(addrs: &[SocketAddr], timeout: Duration, _attempt: Attempt) -> Option<Socket> {
    let first = addrs.first()?;
    let socket = Socket::new(Domain::for_address(*first), Type::STREAM, None).ok()?;
    for addr in addrs {
        web_client::announce(*addr);
        match socket.connect_timeout(&(*addr).into(), timeout) {
            Ok(()) => return Some(socket),
            Err(error) => eprintln!("{}", web_client::in_words(&error)),
        }
    }
    None
}
