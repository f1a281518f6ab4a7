//! Removes whatever is at its path before it binds.

use crate::Played;
use crate::unix_server;
use std::ffi::OsString;
use std::fs;
use std::os::unix::net::UnixListener;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    unix_server::run_listening(arguments, |path| {
        let _ = fs::remove_file(path);
        UnixListener::bind(path)
    })
}
