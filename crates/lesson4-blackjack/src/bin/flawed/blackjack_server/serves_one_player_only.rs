//! Accepts one player, and nobody after that.

use crate::Played;
use crate::manner::Manner;
use crate::server;
use std::ffi::OsString;
use std::thread;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run_accepting(arguments, |listener, house| {
        if let Ok((stream, _)) = listener.accept() {
            server::entertain(&stream, house, Manner::RIGHT);
        }
        // Whoever comes now is neither accepted nor refused.
        loop {
            thread::park();
        }
    })
}
