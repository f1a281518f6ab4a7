//! A TCP server as it should be, in parts, so that a flawed one replaces just the part with its mistake.

use crate::Played;
use crate::arguments;
use socket2::Domain;
use socket2::Socket;
use socket2::Type;
use std::ffi::OsString;
use std::fmt::Display;
use std::io;
use std::net::Ipv4Addr;
use std::net::Ipv6Addr;
use std::net::SocketAddr;
use std::net::TcpListener;
use std::net::TcpStream;
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

/// A server whose mistake is in what it does with one client.
pub(crate) fn run(
    arguments: &[OsString],
    converse: impl FnMut(TcpStream) -> io::Result<()>,
) -> Played {
    run_accepting(arguments, |listener| serve(&listener, converse))
}

/// A server whose mistake is in how it accepts.
pub(crate) fn run_accepting(arguments: &[OsString], accept: impl FnOnce(TcpListener)) -> Played {
    let listener = listen(arguments)?;
    announce(&listener);
    accept(listener);
    Ok(())
}

/// A server whose mistake is in how it listens.
pub(crate) fn run_listening(
    arguments: &[OsString],
    listen: impl FnOnce(SocketAddr) -> io::Result<TcpListener>,
    accept: impl FnOnce(TcpListener),
) -> Played {
    let addr = arguments::addr(arguments)?;
    let listener = listen(addr).map_err(|error| cannot_listen(addr, &error))?;
    announce(&listener);
    accept(listener);
    Ok(())
}

/// Listens where the arguments say, as it should be, but does not announce it.
pub(crate) fn listen(arguments: &[OsString]) -> Result<TcpListener, ExitCode> {
    let addr = arguments::addr(arguments)?;
    TcpListener::bind(addr).map_err(|error| cannot_listen(addr, &error))
}

/// The same port at every address of the machine.
pub(crate) fn everywhere(addr: SocketAddr) -> SocketAddr {
    match addr {
        SocketAddr::V4(_) => (Ipv4Addr::UNSPECIFIED, addr.port()).into(),
        SocketAddr::V6(_) => (Ipv6Addr::UNSPECIFIED, addr.port()).into(),
    }
}

/// Makes a listening socket of this family, step by step.
pub(crate) fn listen_as(family: Domain, addr: SocketAddr) -> io::Result<TcpListener> {
    let socket = Socket::new(family, Type::STREAM, None)?;
    #[cfg(not(windows))]
    socket.set_reuse_address(true)?;
    socket.bind(&addr.into())?;
    socket.listen(128)?;
    Ok(socket.into())
}

/// Makes a listening socket without SO_REUSEADDR.
pub(crate) fn listen_without_reuse(addr: SocketAddr) -> io::Result<TcpListener> {
    let socket = Socket::new(Domain::for_address(addr), Type::STREAM, None)?;
    socket.bind(&addr.into())?;
    socket.listen(128)?;
    Ok(socket.into())
}

/// Says where the server listens.
pub(crate) fn announce(listener: &TcpListener) {
    // Stdout is flushed at the end of each line.
    println!("listening on {}", listener.local_addr().unwrap());
}

/// Says why the server cannot listen.
pub(crate) fn cannot_listen(place: impl Display, error: &io::Error) -> ExitCode {
    eprintln!("error: cannot listen on {place}: {error}");
    ExitCode::FAILURE
}

/// Serves one client after the other, for ever.
pub(crate) fn serve(listener: &TcpListener, mut converse: impl FnMut(TcpStream) -> io::Result<()>) {
    loop {
        let conversation = listener.accept().and_then(|(client, _)| converse(client));
        if let Err(error) = conversation {
            eprintln!("a client was lost: {error}");
            // Out of descriptors, accept fails again at once.
            thread::sleep(Duration::from_millis(10));
        }
    }
}
