//! The listening socket: where clients come in, one after the other, without anybody waiting for them.

use crate::Interest;
use crate::Watched;
use polling::Poller;
use socket2::Domain;
use socket2::Socket;
use socket2::Type;
use std::io;
use std::net::SocketAddr;
use std::rc::Rc;
use std::time::Duration;
use std::time::Instant;

/// How many clients may wait to be accepted. A wake-up may find hundreds of them.
const BACKLOG: i32 = 1024;
/// How long to leave clients waiting after one could not be accepted.
const PAUSE: Duration = Duration::from_millis(50);
const OPEN: Interest = Interest {
    reading: true,
    writing: false,
};
const CLOSED: Interest = Interest {
    reading: false,
    writing: false,
};

/// A listening socket that never waits, watched by the poller.
#[derive(Debug)]
pub struct Door {
    listener: Watched,
    /// Set while nobody can be accepted: when to try again.
    opens_at: Option<Instant>,
}

impl Door {
    /// The key of the door's own events.
    pub const KEY: usize = 0;

    /// Listens on `addr`.
    ///
    /// # Errors
    /// What the system answers: most often that the address is taken.
    pub fn open(addr: SocketAddr, poller: &Rc<Poller>) -> io::Result<Door> {
        let socket = Socket::new(Domain::for_address(addr), Type::STREAM, None)?;
        // On Windows the same option would allow two servers on one port.
        #[cfg(unix)]
        socket.set_reuse_address(true)?;
        socket.bind(&addr.into())?;
        socket.listen(BACKLOG)?;
        // Without this, an accept that finds nobody would wait, and everybody else with it: a client may leave after the
        // poller has told of it.
        socket.set_nonblocking(true)?;
        let listener = Watched::new(socket, poller, Door::KEY, OPEN)?;
        Ok(Door {
            listener,
            opens_at: None,
        })
    }

    /// The address that it really has, where port 0 was asked for.
    ///
    /// # Errors
    /// What the system answers.
    pub fn addr(&self) -> io::Result<SocketAddr> {
        let addr = self.listener.local_addr()?;
        addr.as_socket()
            .ok_or(io::ErrorKind::AddrNotAvailable.into())
    }

    /// The next client who waits; `None` where there is nobody to let in now.
    pub fn next_client(&mut self) -> Option<Socket> {
        loop {
            match self.accept() {
                Ok(socket) => return Some(socket),
                Err(error) => match error.kind() {
                    // Not an error: "nobody now, I will tell you".
                    io::ErrorKind::WouldBlock => return None,
                    // This one has gone already, or a signal came in between: the next one, please.
                    io::ErrorKind::ConnectionAborted | io::ErrorKind::Interrupted => {}
                    _ => {
                        self.close_for_a_moment(&error);
                        return None;
                    }
                },
            }
        }
    }

    /// Accepts one client, with a socket that never waits either.
    fn accept(&self) -> io::Result<Socket> {
        // TODO: accept one client. Whose property is it that a socket never waits, the listener's or each one's own?
        todo!("accept a client from {:p}", self)
    }

    /// After an accept that failed: the clients stay in the queue, so the poller would tell of them again at once, and again,
    /// while nothing can be done for them.
    fn close_for_a_moment(&mut self, error: &io::Error) {
        // TODO, in stage 5: say so on stderr, and have the poller keep quiet about new clients (`set_interest`) until `opens_at`. What
        // would become of all the others if you slept here?
        todo!("after {error}: {CLOSED:?} for {PAUSE:?}")
    }

    /// How long the poller may wait: until the door has to be opened again, or for ever.
    pub fn patience(&self) -> Option<Duration> {
        let opens_at = self.opens_at?;
        Some(opens_at.saturating_duration_since(Instant::now()))
    }

    /// Opens the door again where it is time to.
    pub fn open_in_time(&mut self) {
        let is_time = self.opens_at.is_some_and(|time| time <= Instant::now());
        if is_time && self.listener.set_interest(OPEN).is_ok() {
            self.opens_at = None;
        }
    }
}
