//! Says that the server closed early, and ends with status 0.

use crate::Played;
use crate::tcp_client;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let request = tcp_client::parse(arguments)?;
    let stream = tcp_client::finish(tcp_client::connect(request.addr))?;
    let input = tcp_client::input(request.message);
    let result = tcp_client::converse(stream, input, tcp_client::send, tcp_client::receive);
    // The words are there, but a script looks at the status.
    let _ = tcp_client::finish(result);
    Ok(())
}
