//! Ends its output with a newline that did not come back.

use crate::Played;
use crate::tcp_client;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let status = tcp_client::run(arguments, tcp_client::send, tcp_client::receive);
    println!();
    status
}
