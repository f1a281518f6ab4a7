//! Unwraps what read and write answer, so that one client that has gone ends the server.

use crate::Played;
use crate::server;
use crate::server::Manner;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run_accepting(arguments, |listener, framing| {
        server::serve(&listener, |client| {
            Manner::RIGHT.converse(&client, framing).unwrap();
            Ok(())
        });
    })
}
