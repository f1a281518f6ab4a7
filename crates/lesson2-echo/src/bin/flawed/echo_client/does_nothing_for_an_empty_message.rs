//! Sees that there is nothing to send, and does not even connect.

use crate::Played;
use crate::tcp_client;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    if arguments.get(1).is_some_and(|message| message.is_empty()) {
        return Ok(());
    }
    tcp_client::run(arguments, tcp_client::send, tcp_client::receive)
}
