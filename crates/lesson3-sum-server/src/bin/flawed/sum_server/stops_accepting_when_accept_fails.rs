//! Leaves the loop around accept at its first error, and stays there without serving anybody.

use crate::Played;
use crate::server;
use crate::server::Manner;
use std::ffi::OsString;
use std::thread;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run_accepting(arguments, |listener, framing| {
        while let Ok((client, _)) = listener.accept() {
            let _ = Manner::RIGHT.converse(&client, framing);
        }
        eprintln!("the server has stopped");
        loop {
            thread::park();
        }
    })
}
