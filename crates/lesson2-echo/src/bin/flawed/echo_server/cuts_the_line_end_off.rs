//! Cuts the line end off, as one does with what a user types.

use crate::Played;
use crate::conversation;
use crate::tcp_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run(arguments, |client| {
        conversation::echo_changed(client, |bytes| {
            bytes.strip_suffix(b"\r\n").unwrap_or(bytes).to_vec()
        })
    })
}
