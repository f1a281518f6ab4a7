//! Ends when its first client has ended.

use crate::Played;
use crate::server;
use crate::server::Manner;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run_accepting(arguments, |listener, framing| {
        if let Ok((client, _)) = listener.accept() {
            let _ = Manner::RIGHT.converse(&client, framing);
            // Nobody can come between the end of the client and that of the server.
            drop(listener);
        }
    })
}
