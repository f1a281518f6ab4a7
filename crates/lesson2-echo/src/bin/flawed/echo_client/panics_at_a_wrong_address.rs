//! Unwraps what parse answers for the address.

use crate::Played;
use crate::tcp_client;
use std::ffi::OsString;
use std::net::SocketAddr;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let addr = arguments
        .first()
        .map(|addr| addr.to_string_lossy().into_owned());
    let _addr: SocketAddr = addr.unwrap_or_default().parse().unwrap();
    tcp_client::run(arguments, tcp_client::send, tcp_client::receive)
}
