//! Leaves its loop when accept fails, and ends.

use crate::Played;
use crate::manner::Manner;
use crate::server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run_accepting(arguments, |listener, house| {
        while let Ok((stream, _)) = listener.accept() {
            server::start(stream, house, Manner::RIGHT);
        }
    })
}
