//! Trims the message before it sends it.

use crate::Played;
use crate::tcp_client;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let mut arguments = arguments.to_vec();
    if let Some(message) = arguments.get_mut(1) {
        *message = message.to_string_lossy().trim().into();
    }
    tcp_client::run(&arguments, tcp_client::send, tcp_client::receive)
}
