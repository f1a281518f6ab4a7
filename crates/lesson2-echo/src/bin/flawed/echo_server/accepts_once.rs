//! Moves its listener into the first conversation, and ends with it.

use crate::Played;
use crate::conversation;
use crate::tcp_server;
use std::ffi::OsString;
use std::thread;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run_accepting(arguments, |listener| {
        let (client, _) = listener.accept().unwrap();
        drop(listener);
        let _ = conversation::echo(client);
        // "A server runs until it is killed": it does, but it no longer listens.
        loop {
            thread::park();
        }
    })
}
