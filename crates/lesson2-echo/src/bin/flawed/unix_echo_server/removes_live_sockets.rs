//! Removes the socket at its path without asking whether somebody listens there.

use crate::Played;
use crate::unix_server;
use std::ffi::OsString;
use std::fs;
use std::os::unix::net::UnixListener;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    unix_server::run_listening(arguments, |path| {
        if unix_server::is_socket(path) {
            fs::remove_file(path)?;
        }
        UnixListener::bind(path)
    })
}
