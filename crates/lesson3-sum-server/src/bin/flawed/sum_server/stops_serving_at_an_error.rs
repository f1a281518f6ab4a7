//! Leaves the loop around accept when a conversation fails.

use crate::Played;
use crate::server;
use crate::server::Manner;
use std::ffi::OsString;
use std::thread;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run_accepting(arguments, |listener, framing| {
        while let Ok(()) = listener
            .accept()
            .and_then(|(client, _)| Manner::RIGHT.converse(&client, framing))
        {}
        eprintln!("the server has stopped");
        loop {
            thread::park();
        }
    })
}
