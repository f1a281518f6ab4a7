//! Removes "its" file when it cannot listen, although that file is somebody else's.

use crate::Played;
use crate::unix_server;
use std::ffi::OsString;
use std::fs;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    unix_server::run_listening(arguments, |path| {
        unix_server::listen(path).inspect_err(|_| {
            let _ = fs::remove_file(path);
        })
    })
}
