//! Has no threads: the second player waits for the end of the first one's game.

use crate::Played;
use crate::manner::Manner;
use crate::server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run_accepting(arguments, |listener, house| {
        server::serve(&listener, |stream| {
            server::entertain(&stream, house, Manner::RIGHT);
        });
    })
}
