//! What waits for many sockets at once. The system's own, because a flawed program has to be able to use it in the wrong way; other
//! systems than Linux have no flawed programs.

/// What is to be told about a socket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Interest {
    pub(crate) reading: bool,
    pub(crate) writing: bool,
    pub(crate) mode: Mode,
}

/// When it is told again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// As long as the socket is ready.
    Level,
    /// Never, until somebody asks again.
    OneShot,
}

impl Interest {
    pub(crate) const NONE: Interest = Interest {
        reading: false,
        writing: false,
        mode: Mode::Level,
    };
    pub(crate) const READING: Interest = Interest {
        reading: true,
        ..Interest::NONE
    };
    pub(crate) const BOTH: Interest = Interest {
        writing: true,
        ..Interest::READING
    };
}

/// A socket is ready.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Event {
    pub(crate) key: u64,
    pub(crate) readable: bool,
}

#[cfg(target_os = "linux")]
pub(crate) use system::Poller;

#[cfg(target_os = "linux")]
mod system {
    use super::Event;
    use super::Interest;
    use super::Mode;
    use nix::poll::PollTimeout;
    use nix::sys::epoll::Epoll;
    use nix::sys::epoll::EpollCreateFlags;
    use nix::sys::epoll::EpollEvent;
    use nix::sys::epoll::EpollFlags;
    use socket2::Socket;
    use std::io;
    use std::time::Duration;

    /// An epoll.
    #[derive(Debug)]
    pub(crate) struct Poller(Epoll);

    impl Poller {
        pub(crate) fn new() -> io::Result<Poller> {
            Ok(Poller(Epoll::new(EpollCreateFlags::EPOLL_CLOEXEC)?))
        }

        pub(crate) fn add(&self, socket: &Socket, key: u64, interest: Interest) -> io::Result<()> {
            Ok(self.0.add(socket, EpollEvent::new(flags(interest), key))?)
        }

        pub(crate) fn modify(
            &self,
            socket: &Socket,
            key: u64,
            interest: Interest,
        ) -> io::Result<()> {
            let mut event = EpollEvent::new(flags(interest), key);
            Ok(self.0.modify(socket, &mut event)?)
        }

        pub(crate) fn delete(&self, socket: &Socket) -> io::Result<()> {
            Ok(self.0.delete(socket)?)
        }

        /// At most so many events; none after `patience`.
        pub(crate) fn wait(
            &self,
            most: usize,
            patience: Option<Duration>,
        ) -> io::Result<Vec<Event>> {
            // What is left is told the next time. A list for thousands would cost more than all the rest, without optimisation.
            const ROOM: usize = 64;
            let mut events = [EpollEvent::empty(); ROOM];
            let events = &mut events[..most.min(ROOM)];
            let timeout = patience.map_or(PollTimeout::NONE, |patience| {
                // Rounded up, so that it is time when the wait ends.
                let rest = u64::from(!patience.is_zero());
                PollTimeout::try_from(patience.as_millis() as u64 + rest).unwrap()
            });
            let count = match self.0.wait(events, timeout) {
                Err(nix::errno::Errno::EINTR) => 0,
                answer => answer?,
            };
            Ok(events[..count].iter().map(event).collect())
        }
    }

    fn flags(interest: Interest) -> EpollFlags {
        let mut flags = match interest.mode {
            Mode::Level => EpollFlags::empty(),
            Mode::OneShot => EpollFlags::EPOLLONESHOT,
        };
        flags.set(EpollFlags::EPOLLIN, interest.reading);
        flags.set(EpollFlags::EPOLLOUT, interest.writing);
        flags
    }

    fn event(event: &EpollEvent) -> Event {
        let broken = EpollFlags::EPOLLHUP | EpollFlags::EPOLLERR;
        let events = event.events();
        Event {
            key: event.data(),
            readable: events.intersects(EpollFlags::EPOLLIN | broken),
        }
    }
}

#[cfg(not(target_os = "linux"))]
pub(crate) use elsewhere::Poller;

#[cfg(not(target_os = "linux"))]
mod elsewhere {
    use super::Event;
    use super::Interest;
    use socket2::Socket;
    use std::io;
    use std::time::Duration;

    /// Never made.
    #[derive(Debug)]
    pub(crate) struct Poller;

    impl Poller {
        pub(crate) fn new() -> io::Result<Poller> {
            Err(io::Error::other("the flawed programs need epoll"))
        }

        pub(crate) fn add(&self, _: &Socket, _: u64, _: Interest) -> io::Result<()> {
            Ok(())
        }

        pub(crate) fn modify(&self, _: &Socket, _: u64, _: Interest) -> io::Result<()> {
            Ok(())
        }

        pub(crate) fn delete(&self, _: &Socket) -> io::Result<()> {
            Ok(())
        }

        pub(crate) fn wait(&self, _: usize, _: Option<Duration>) -> io::Result<Vec<Event>> {
            Ok(Vec::new())
        }
    }
}
