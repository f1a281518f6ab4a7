//! Listens somewhere else, without a word, when it cannot read its address.

use crate::Played;
use crate::conversation;
use crate::tcp_server;
use std::ffi::OsString;
use std::net::Ipv4Addr;
use std::net::SocketAddr;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let addr = arguments
        .first()
        .and_then(|addr| addr.to_string_lossy().parse().ok())
        .unwrap_or(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)));
    tcp_server::run(&[addr.to_string().into()], conversation::echo)
}
