//! Takes every byte of 0 for a part of its buffer that was not used, and leaves it out.

use crate::Played;
use crate::conversation;
use crate::tcp_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run(arguments, |client| {
        conversation::echo_changed(client, |bytes| {
            bytes.iter().copied().filter(|byte| *byte != 0).collect()
        })
    })
}
