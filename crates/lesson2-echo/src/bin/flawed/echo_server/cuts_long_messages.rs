//! Answers with the first 1,024 bytes of what it reads, and forgets the rest.

use crate::Played;
use crate::conversation;
use crate::tcp_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run(arguments, |client| {
        conversation::echo_changed(client, |bytes| bytes[..bytes.len().min(1024)].to_vec())
    })
}
