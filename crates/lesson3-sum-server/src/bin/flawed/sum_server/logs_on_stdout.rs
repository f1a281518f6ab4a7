//! Prints each client on stdout.

use crate::Played;
use crate::server;
use crate::server::Manner;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run_accepting(arguments, |listener, framing| {
        server::serve(&listener, |client| {
            println!("a client has come");
            Manner::RIGHT.converse(&client, framing)
        });
    })
}
