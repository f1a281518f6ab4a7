//! Says whose words it repeats.

use crate::Played;
use crate::conversation;
use crate::tcp_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run(arguments, |client| {
        conversation::echo_changed(client, |bytes| [b"you said: ", bytes].concat())
    })
}
