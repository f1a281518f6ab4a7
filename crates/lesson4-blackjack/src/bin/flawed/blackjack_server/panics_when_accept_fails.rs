//! Unwraps what accept answers.

use crate::Played;
use crate::manner::Manner;
use crate::server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run_accepting(arguments, |listener, house| {
        loop {
            let (stream, _) = listener.accept().unwrap();
            server::start(stream, house, Manner::RIGHT);
        }
    })
}
