//! Binds, and no more: the file of a server that was killed is in its way for ever.

use crate::Played;
use crate::unix_server;
use std::ffi::OsString;
use std::os::unix::net::UnixListener;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    unix_server::run_listening(arguments, |path| UnixListener::bind(path))
}
