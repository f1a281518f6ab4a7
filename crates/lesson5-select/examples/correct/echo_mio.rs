//! The echo server on mio, which is edge-triggered: what is ready is told once, and used up before the next wait.

use crate::announce;
use mio::Events;
use mio::Interest;
use mio::Poll;
use mio::Token;
use mio::net::TcpListener;
use mio::net::TcpStream;
use std::collections::VecDeque;
use std::io;
use std::io::ErrorKind;
use std::io::Read;
use std::io::Write;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

const LISTENER: Token = Token(usize::MAX - 1);
/// So much is owed at most, and read at most in one turn.
const ROOM: usize = 128 * 1024;

struct Client {
    stream: TcpStream,
    owed: Vec<u8>,
    may_read: bool,
    may_write: bool,
    has_ended: bool,
}

struct Server {
    poll: Poll,
    listener: TcpListener,
    /// A place for each client; places are used again.
    clients: Vec<Option<Client>>,
    free: Vec<usize>,
    /// Who can do something now without a further event.
    ready: VecDeque<usize>,
    must_accept: bool,
}

pub(crate) fn select_server(addr: SocketAddr) -> ExitCode {
    let opened = announce::listen(addr).and_then(Server::new);
    match opened {
        Ok(mut server) => match server.run() {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => announce::cannot_listen(addr, &error),
        },
        Err(error) => announce::cannot_listen(addr, &error),
    }
}

impl Server {
    fn new(listener: std::net::TcpListener) -> io::Result<Server> {
        let poll = Poll::new()?;
        let mut listener = TcpListener::from_std(listener);
        poll.registry()
            .register(&mut listener, LISTENER, Interest::READABLE)?;
        Ok(Server {
            poll,
            listener,
            clients: Vec::new(),
            free: Vec::new(),
            ready: VecDeque::new(),
            must_accept: false,
        })
    }

    fn run(&mut self) -> io::Result<()> {
        let mut events = Events::with_capacity(64);
        loop {
            let timeout = if !self.ready.is_empty() {
                Some(Duration::ZERO)
            } else if self.must_accept {
                Some(Duration::from_millis(100))
            } else {
                None
            };
            match self.poll.poll(&mut events, timeout) {
                Err(error) if error.kind() != ErrorKind::Interrupted => return Err(error),
                _ => {}
            }
            for event in &events {
                if event.token() == LISTENER {
                    self.must_accept = true;
                } else if let Some(Some(client)) = self.clients.get_mut(event.token().0) {
                    client.may_read |= event.is_readable() || event.is_error();
                    client.may_write |= event.is_writable() || event.is_error();
                    self.ready.push_back(event.token().0);
                }
            }
            if self.must_accept {
                self.accept()?;
            }
            self.take_turns();
        }
    }

    /// Until nobody is left in the queue; while it cannot, it tries again after a moment.
    fn accept(&mut self) -> io::Result<()> {
        loop {
            match self.listener.accept() {
                Ok((mut stream, _)) => {
                    let place = self.free.pop().unwrap_or_else(|| {
                        self.clients.push(None);
                        self.clients.len() - 1
                    });
                    self.poll.registry().register(
                        &mut stream,
                        Token(place),
                        Interest::READABLE | Interest::WRITABLE,
                    )?;
                    self.clients[place] = Some(Client {
                        stream,
                        owed: Vec::new(),
                        may_read: true,
                        may_write: true,
                        has_ended: false,
                    });
                    self.ready.push_back(place);
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    self.must_accept = false;
                    return Ok(());
                }
                Err(_) => return Ok(()),
            }
        }
    }

    /// One turn for everybody who is ready now; who is not done stands at the end of the line.
    fn take_turns(&mut self) {
        for _ in 0..self.ready.len() {
            let Some(place) = self.ready.pop_front() else {
                return;
            };
            let Some(client) = &mut self.clients[place] else {
                continue;
            };
            match client.take_turn() {
                Ok(true) if client.can_go_on() => self.ready.push_back(place),
                Ok(true) => {}
                Ok(false) | Err(_) => {
                    if let Some(mut client) = self.clients[place].take() {
                        let _ = self.poll.registry().deregister(&mut client.stream);
                    }
                    self.free.push(place);
                }
            }
        }
    }
}

impl Client {
    /// Reads once and writes once. Is there more to come?
    fn take_turn(&mut self) -> io::Result<bool> {
        if self.may_read && !self.has_ended && self.owed.len() < ROOM {
            let mut buffer = [0; 8192];
            match self.stream.read(&mut buffer) {
                Ok(0) => self.has_ended = true,
                Ok(count) => self.owed.extend_from_slice(&buffer[..count]),
                Err(error) if error.kind() == ErrorKind::WouldBlock => self.may_read = false,
                Err(error) => return Err(error),
            }
        }
        if self.may_write && !self.owed.is_empty() {
            match self.stream.write(&self.owed) {
                Ok(count) => drop(self.owed.drain(..count)),
                Err(error) if error.kind() == ErrorKind::WouldBlock => self.may_write = false,
                Err(error) => return Err(error),
            }
        }
        Ok(!self.has_ended || !self.owed.is_empty())
    }

    fn can_go_on(&self) -> bool {
        (self.may_read && !self.has_ended && self.owed.len() < ROOM)
            || (self.may_write && !self.owed.is_empty())
    }
}
