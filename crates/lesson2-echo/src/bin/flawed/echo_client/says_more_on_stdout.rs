//! Says on stdout that it has connected.

use crate::Played;
use crate::tcp_client;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let request = tcp_client::parse(arguments)?;
    println!("connected to {}", request.addr);
    tcp_client::finish(tcp_client::talk(request))
}
