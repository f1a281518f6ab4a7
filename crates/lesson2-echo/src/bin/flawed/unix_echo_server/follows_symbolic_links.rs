//! Asks with metadata() what is at its path, which speaks of the file behind a link.

use crate::Played;
use crate::unix_server;
use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::FileTypeExt;
use std::os::unix::net::UnixListener;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    unix_server::run_listening(arguments, |path| {
        let found = fs::metadata(path);
        let is_socket = found.is_ok_and(|found| found.file_type().is_socket());
        if is_socket && unix_server::is_refused(path)? {
            fs::remove_file(path)?;
        }
        UnixListener::bind(path)
    })
}
