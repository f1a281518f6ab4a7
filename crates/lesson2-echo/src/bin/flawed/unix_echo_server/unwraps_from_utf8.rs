//! Makes a String of what it reads, and panics when that is no text.

use crate::Played;
use crate::conversation;
use crate::unix_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    unix_server::run(arguments, |client| {
        conversation::echo_changed(client, |bytes| {
            String::from_utf8(bytes.to_vec()).unwrap().into_bytes()
        })
    })
}
