//! Moves its listener into the first conversation, and ends with it.

use crate::Played;
use crate::conversation;
use crate::unix_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    unix_server::run_at(
        &unix_server::path(arguments)?,
        unix_server::listen,
        |listener| {
            let (client, _) = listener.accept().unwrap();
            drop(listener);
            let _ = conversation::echo(client);
        },
    )
}
