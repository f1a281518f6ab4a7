//! Uses from_utf8_lossy, which puts question marks where there was no text.

use crate::Played;
use crate::conversation;
use crate::tcp_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run(arguments, |client| {
        conversation::echo_changed(client, |bytes| {
            String::from_utf8_lossy(bytes).into_owned().into_bytes()
        })
    })
}
