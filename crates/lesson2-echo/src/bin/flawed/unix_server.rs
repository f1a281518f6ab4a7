//! The Unix-domain echo server as it should be, in parts, so that a flawed one replaces just the part with its mistake.

use crate::Played;
use crate::arguments::wrong_usage;
use crate::tcp_server::cannot_listen;
use socket2::Domain;
use socket2::SockAddr;
use socket2::Socket;
use socket2::Type;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::os::unix::fs::FileTypeExt;
use std::os::unix::net::UnixListener;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

/// A server whose mistake is in what it does with one client.
pub(crate) fn run(
    arguments: &[OsString],
    converse: impl FnMut(UnixStream) -> io::Result<()>,
) -> Played {
    run_at(&path(arguments)?, listen, |listener| {
        serve(&listener, converse)
    })
}

/// A server whose mistake is in how it comes by its path.
pub(crate) fn run_listening(
    arguments: &[OsString],
    listen: impl FnOnce(&Path) -> io::Result<UnixListener>,
) -> Played {
    run_at(&path(arguments)?, listen, |listener| {
        serve(&listener, crate::conversation::echo)
    })
}

/// A server with all its parts.
pub(crate) fn run_at(
    path: &Path,
    listen: impl FnOnce(&Path) -> io::Result<UnixListener>,
    accept: impl FnOnce(UnixListener),
) -> Played {
    let listener = listen(path).map_err(|error| cannot_listen(path.display(), &error))?;
    println!("listening on {}", path.display());
    accept(listener);
    Ok(())
}

/// The one argument, which is required.
pub(crate) fn path(arguments: &[OsString]) -> Result<PathBuf, ExitCode> {
    match arguments {
        [path] => Ok(path.into()),
        _ => Err(wrong_usage("the argument PATH is required, and no other")),
    }
}

/// Replaces a stale socket, and nothing else.
pub(crate) fn listen(path: &Path) -> io::Result<UnixListener> {
    if is_socket(path) && is_refused(path)? {
        fs::remove_file(path)?;
    }
    UnixListener::bind(path)
}

/// Is there a socket at `path` itself, not behind a link?
pub(crate) fn is_socket(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.file_type().is_socket())
}

/// Does a connect find out that nobody listens at `path`? Does not wait for a busy server.
pub(crate) fn is_refused(path: &Path) -> io::Result<bool> {
    let probe = Socket::new(Domain::UNIX, Type::STREAM, None)?;
    probe.set_nonblocking(true)?;
    let answer = probe.connect(&SockAddr::unix(path)?);
    Ok(answer.is_err_and(|error| error.kind() == io::ErrorKind::ConnectionRefused))
}

/// Serves one client after the other, for ever.
pub(crate) fn serve(
    listener: &UnixListener,
    mut converse: impl FnMut(UnixStream) -> io::Result<()>,
) {
    loop {
        let conversation = listener.accept().and_then(|(client, _)| converse(client));
        if let Err(error) = conversation {
            eprintln!("a client was lost: {error}");
            thread::sleep(Duration::from_millis(10));
        }
    }
}
