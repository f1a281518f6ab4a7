//! Prints each player on stdout.

use crate::Played;
use crate::manner::Manner;
use crate::server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run_accepting(arguments, |listener, house| {
        server::serve(&listener, |stream| {
            println!("a player has come");
            server::start(stream, house, Manner::RIGHT);
        });
    })
}
