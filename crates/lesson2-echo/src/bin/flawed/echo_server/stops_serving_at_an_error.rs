//! Leaves the loop around accept when a conversation fails.

use crate::Played;
use crate::conversation;
use crate::tcp_server;
use std::ffi::OsString;
use std::thread;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run_accepting(arguments, |listener| {
        while let Ok(()) = listener
            .accept()
            .and_then(|(client, _)| conversation::echo(client))
        {}
        eprintln!("the server has stopped");
        loop {
            thread::park();
        }
    })
}
