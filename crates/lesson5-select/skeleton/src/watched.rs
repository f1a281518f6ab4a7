//! A socket that a poller watches: given, there is nothing to do here.

use polling::Event;
use polling::PollMode;
use polling::Poller;
use socket2::Socket;
use std::io;
use std::ops::Deref;
use std::rc::Rc;

/// What a poller is to tell about a socket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interest {
    /// That something can be read: bytes, an end of file, an error, or, for a listening socket, a client who waits.
    pub reading: bool,
    /// That something can be written without waiting.
    pub writing: bool,
}

/// A socket, and what its poller tells about it. Used like the socket itself.
#[derive(Debug)]
pub struct Watched {
    socket: Socket,
    poller: Rc<Poller>,
    key: usize,
    interest: Interest,
}

impl Watched {
    /// Has `poller` watch `socket` from now on. Its events come with `key`; usize::MAX is the poller's own.
    ///
    /// # Errors
    /// What the system answers.
    pub fn new(
        socket: Socket,
        poller: &Rc<Poller>,
        key: usize,
        interest: Interest,
    ) -> io::Result<Watched> {
        let event = Event::new(key, interest.reading, interest.writing);
        // SAFETY: a poller must forget a socket before it is closed. Only this type owns the socket, lends it out by reference
        // only, and tells the poller when it is dropped, which is before its socket is closed.
        unsafe { poller.add_with_mode(&socket, event, PollMode::Level)? };
        Ok(Watched {
            socket,
            poller: Rc::clone(poller),
            key,
            interest,
        })
    }

    /// Changes what the poller tells about this socket. Costs nothing where nothing changes.
    ///
    /// # Errors
    /// What the system answers.
    pub fn set_interest(&mut self, interest: Interest) -> io::Result<()> {
        if interest != self.interest {
            let event = Event::new(self.key, interest.reading, interest.writing);
            // Level-triggered: as long as a socket is ready, every wait says so again.
            self.poller
                .modify_with_mode(&self.socket, event, PollMode::Level)?;
            self.interest = interest;
        }
        Ok(())
    }
}

impl Deref for Watched {
    type Target = Socket;

    fn deref(&self) -> &Socket {
        &self.socket
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        // It fails only for a socket that the poller does not know.
        let _ = self.poller.delete(&self.socket);
    }
}
