//! Unwraps what connect answers.

use crate::Played;
use crate::tcp_client;
use std::ffi::OsString;
use std::net::TcpStream;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let request = tcp_client::parse(arguments)?;
    let stream = TcpStream::connect(request.addr).unwrap();
    let input = tcp_client::input(request.message);
    tcp_client::finish(tcp_client::converse(
        stream,
        input,
        tcp_client::send,
        tcp_client::receive,
    ))
}
