//! Keeps a clone of each connection in a list, and shuts connections down instead of closing them.

use crate::Played;
use crate::manner::Manner;
use crate::server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let mut players = Vec::new();
    server::run_accepting(arguments, |listener, house| {
        server::serve(&listener, |stream| {
            players.extend(stream.try_clone().ok());
            server::start(stream, house, Manner::RIGHT);
        });
    })
}
