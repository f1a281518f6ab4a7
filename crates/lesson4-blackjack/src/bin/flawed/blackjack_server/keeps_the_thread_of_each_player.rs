//! Lets a player's thread wait for ever when the player has left.

use crate::Played;
use crate::manner::Manner;
use crate::server;
use std::ffi::OsString;
use std::thread;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run_accepting(arguments, |listener, house| {
        server::serve(&listener, |stream| {
            server::start_thread(move || {
                server::entertain(&stream, house, Manner::RIGHT);
                drop(stream);
                loop {
                    thread::park();
                }
            });
        });
    })
}
