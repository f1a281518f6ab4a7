//! Starts a thread for each player, and waits for its end at once.

use crate::Played;
use crate::manner::Manner;
use crate::server;
use std::ffi::OsString;
use std::thread;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run_accepting(arguments, |listener, house| {
        server::serve(&listener, |stream| {
            let playing = thread::spawn(move || {
                server::entertain(&stream, house, Manner::RIGHT);
            });
            playing.join().unwrap();
        });
    })
}
