//! Takes a missing path for a failure like any other.

use crate::Played;
use crate::conversation;
use crate::unix_server;
use std::ffi::OsString;
use std::process::ExitCode;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    if arguments.is_empty() {
        eprintln!("error: PATH is missing");
        return Err(ExitCode::FAILURE);
    }
    unix_server::run(arguments, conversation::echo)
}
