//! Asks with a blocking connect whether somebody listens, and waits as long as that server is busy.

use crate::Played;
use crate::unix_server;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::os::unix::net::UnixListener;
use std::os::unix::net::UnixStream;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    unix_server::run_listening(arguments, |path| {
        let answer = UnixStream::connect(path);
        let is_refused =
            answer.is_err_and(|error| error.kind() == io::ErrorKind::ConnectionRefused);
        if unix_server::is_socket(path) && is_refused {
            fs::remove_file(path)?;
        }
        UnixListener::bind(path)
    })
}
