//! Leaves the loop around accept at its first error, and stays there without serving anybody.

use crate::Played;
use crate::conversation;
use crate::unix_server;
use std::ffi::OsString;
use std::thread;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    unix_server::run_at(
        &unix_server::path(arguments)?,
        unix_server::listen,
        |listener| {
            while let Ok((client, _)) = listener.accept() {
                let _ = conversation::echo(client);
            }
            eprintln!("the server has stopped");
            loop {
                thread::park();
            }
        },
    )
}
