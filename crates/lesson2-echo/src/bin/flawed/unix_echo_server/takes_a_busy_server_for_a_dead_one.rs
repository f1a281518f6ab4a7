//! Takes every connect that fails for proof that nobody listens, although a busy server has no room just now.

use crate::Played;
use crate::unix_server;
use socket2::Domain;
use socket2::SockAddr;
use socket2::Socket;
use socket2::Type;
use std::ffi::OsString;
use std::fs;
use std::os::unix::net::UnixListener;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    unix_server::run_listening(arguments, |path| {
        let probe = Socket::new(Domain::UNIX, Type::STREAM, None)?;
        probe.set_nonblocking(true)?;
        let is_dead = probe.connect(&SockAddr::unix(path)?).is_err();
        if unix_server::is_socket(path) && is_dead {
            fs::remove_file(path)?;
        }
        UnixListener::bind(path)
    })
}
