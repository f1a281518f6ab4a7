//! Asks only whether a connect is refused, as it is at an ordinary file, too.

use crate::Played;
use crate::unix_server;
use std::ffi::OsString;
use std::fs;
use std::os::unix::net::UnixListener;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    unix_server::run_listening(arguments, |path| {
        if path.exists() && unix_server::is_refused(path)? {
            fs::remove_file(path)?;
        }
        UnixListener::bind(path)
    })
}
