//! The listening socket as it should be, and the poller that watches it.

use crate::poller::Event;
use crate::poller::Interest;
use crate::poller::Poller;
use socket2::Domain;
use socket2::Socket;
use socket2::Type;
use std::io;
use std::io::Write;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;
use std::time::Instant;

/// The key of the listening socket's events.
pub(crate) const KEY: u64 = 0;
/// How many clients may wait to be accepted.
pub(crate) const BACKLOG: i32 = 1024;
/// How many events are taken at one time.
pub(crate) const EVENTS: usize = 1024;
/// How long to leave clients waiting after one could not be accepted.
const PAUSE: Duration = Duration::from_millis(50);

/// A listening socket that never waits, and whoever waits instead of it.
#[derive(Debug)]
pub(crate) struct Door {
    pub(crate) poller: Poller,
    pub(crate) listener: Socket,
    /// Set while nobody can be accepted: when to try again.
    pub(crate) opens_at: Option<Instant>,
}

impl Door {
    /// Has a new poller watch this listening socket.
    pub(crate) fn open(listener: Socket) -> io::Result<Door> {
        let poller = Poller::new()?;
        listener.set_nonblocking(true)?;
        poller.add(&listener, KEY, Interest::READING)?;
        Ok(Door {
            poller,
            listener,
            opens_at: None,
        })
    }

    /// The next client, if there is one. That there is none is an error of the kind `WouldBlock`.
    pub(crate) fn accept(&self) -> io::Result<Socket> {
        let (socket, _) = self.listener.accept()?;
        socket.set_nonblocking(true)?;
        socket.set_tcp_nodelay(true)?;
        Ok(socket)
    }

    /// How long the poller may wait: until the door has to be opened again, or for ever.
    pub(crate) fn patience(&self) -> Option<Duration> {
        let opens_at = self.opens_at?;
        Some(opens_at.saturating_duration_since(Instant::now()))
    }

    /// Does not look for new clients for a moment, because one could not be accepted.
    pub(crate) fn close_for_a_moment(&mut self) {
        let closed = self.poller.modify(&self.listener, KEY, Interest::NONE);
        if closed.is_ok() {
            self.opens_at = Some(Instant::now() + PAUSE);
        }
    }

    /// Opens the door again where it is time to.
    pub(crate) fn open_in_time(&mut self) {
        let is_time = self.opens_at.is_some_and(|time| time <= Instant::now());
        if is_time
            && self
                .poller
                .modify(&self.listener, KEY, Interest::READING)
                .is_ok()
        {
            self.opens_at = None;
        }
    }

    /// Waits for events.
    pub(crate) fn wait(&mut self, patience: Option<Duration>) -> io::Result<Vec<Event>> {
        let events = self.poller.wait(EVENTS, patience)?;
        self.open_in_time();
        Ok(events)
    }
}

/// Listens as it should be, with room for so many who wait.
pub(crate) fn listen(addr: SocketAddr, backlog: i32) -> io::Result<Socket> {
    let socket = Socket::new(Domain::for_address(addr), Type::STREAM, None)?;
    #[cfg(unix)]
    socket.set_reuse_address(true)?;
    socket.bind(&addr.into())?;
    socket.listen(backlog)?;
    Ok(socket)
}

/// The address that a listening socket really has.
pub(crate) fn addr(listener: &Socket) -> SocketAddr {
    listener.local_addr().unwrap().as_socket().unwrap()
}

/// Says where the server listens.
pub(crate) fn announce(addr: SocketAddr) {
    let mut stdout = io::stdout();
    let _ = writeln!(stdout, "listening on {addr}").and_then(|()| stdout.flush());
}

/// Says why the server cannot listen.
pub(crate) fn cannot_listen(addr: SocketAddr, error: &io::Error) -> ExitCode {
    eprintln!("error: cannot listen on {addr}: {error}");
    ExitCode::FAILURE
}

/// The poller is of no use: the server ends.
pub(crate) fn cannot_wait(error: &io::Error) -> ExitCode {
    eprintln!("error: cannot wait for events: {error}");
    ExitCode::from(2)
}
