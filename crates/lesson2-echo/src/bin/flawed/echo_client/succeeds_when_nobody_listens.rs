//! Says that nobody listens, and ends with status 0.

use crate::Played;
use crate::tcp_client;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let request = tcp_client::parse(arguments)?;
    let Ok(stream) = tcp_client::finish(tcp_client::connect(request.addr)) else {
        return Ok(());
    };
    let input = tcp_client::input(request.message);
    tcp_client::finish(tcp_client::converse(
        stream,
        input,
        tcp_client::send,
        tcp_client::receive,
    ))
}
