//! Trims what it reads, and ends the answer with a newline of its own.

use crate::Played;
use crate::conversation;
use crate::tcp_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run(arguments, |client| {
        conversation::echo_changed(client, |bytes| [bytes.trim_ascii(), b"\n"].concat())
    })
}
