//! What every server says, and a socket that listens.

use socket2::Domain;
use socket2::Socket;
use socket2::Type;
use std::fmt::Display;
use std::io;
use std::io::Write;
use std::net::SocketAddr;
use std::net::TcpListener;
use std::process::ExitCode;

/// A listening socket that never waits.
pub(crate) fn listen(addr: SocketAddr) -> io::Result<TcpListener> {
    let socket = Socket::new(Domain::for_address(addr), Type::STREAM, None)?;
    #[cfg(unix)]
    socket.set_reuse_address(true)?;
    socket.bind(&addr.into())?;
    socket.listen(512)?;
    socket.set_nonblocking(true)?;
    let listener = TcpListener::from(socket);
    println!("listening on {}", listener.local_addr()?);
    let _ = io::stdout().flush();
    Ok(listener)
}

/// The one line on stderr of a server that cannot listen.
pub(crate) fn cannot_listen(addr: SocketAddr, error: &dyn Display) -> ExitCode {
    eprintln!("error: cannot listen on {addr}: {error}");
    ExitCode::FAILURE
}

/// Wrong usage, said as clap would.
pub(crate) fn usage(expected: &str) -> ExitCode {
    eprintln!("error: wrong arguments\n\nUsage: lesson5-correct {expected}");
    ExitCode::from(2)
}
