//! Accepts one client, and nobody after it.

use crate::Played;
use crate::server;
use crate::server::Manner;
use std::ffi::OsString;
use std::thread;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run_accepting(arguments, |listener, framing| {
        if let Ok((client, _)) = listener.accept() {
            let _ = Manner::RIGHT.converse(&client, framing);
        }
        loop {
            thread::park();
        }
    })
}
