//! Appends each read to the same Vec, and sends all of it each time.

use crate::Played;
use crate::conversation;
use crate::tcp_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run(arguments, |client| {
        let mut message = Vec::new();
        conversation::echo_changed(client, |bytes| {
            message.extend_from_slice(bytes);
            // message.clear() is missing.
            message.clone()
        })
    })
}
