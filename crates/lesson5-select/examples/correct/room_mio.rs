//! The chat server on mio, which is edge-triggered.

use crate::announce;
use crate::room::Room;
use mio::Events;
use mio::Interest;
use mio::Poll;
use mio::Token;
use mio::net::TcpListener;
use mio::net::TcpStream;
use std::collections::HashMap;
use std::collections::VecDeque;
use std::io;
use std::io::ErrorKind;
use std::io::Read;
use std::io::Write;
use std::net::Shutdown;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;
use std::time::Instant;

const LISTENER: Token = Token(0);
const MOST_OWED: usize = 1 << 20;

struct Client {
    stream: TcpStream,
    owed: VecDeque<u8>,
    closes_at: Option<Instant>,
    /// To shut again what is shut would be an event again.
    is_shut: bool,
}

struct Server {
    poll: Poll,
    listener: TcpListener,
    clients: HashMap<usize, Client>,
    next: usize,
    room: Room,
    must_accept: bool,
    /// Who may have more to read.
    readable: VecDeque<usize>,
}

pub(crate) fn chat_server(addr: SocketAddr) -> ExitCode {
    match announce::listen(addr).and_then(Server::new) {
        Ok(mut server) => match server.run() {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => announce::cannot_listen(addr, &error),
        },
        Err(error) => announce::cannot_listen(addr, &error),
    }
}

impl Server {
    fn new(listener: std::net::TcpListener) -> io::Result<Server> {
        let mut listener = TcpListener::from_std(listener);
        let poll = Poll::new()?;
        poll.registry()
            .register(&mut listener, LISTENER, Interest::READABLE)?;
        Ok(Server {
            poll,
            listener,
            clients: HashMap::new(),
            next: 1,
            room: Room::default(),
            must_accept: false,
            readable: VecDeque::new(),
        })
    }

    fn run(&mut self) -> io::Result<()> {
        let mut events = Events::with_capacity(128);
        loop {
            match self.poll.poll(&mut events, self.timeout()) {
                Err(error) if error.kind() != ErrorKind::Interrupted => return Err(error),
                _ => {}
            }
            for event in &events {
                let id = event.token().0;
                if event.token() == LISTENER {
                    self.must_accept = true;
                    continue;
                }
                if event.is_readable() || event.is_error() {
                    self.readable.push_back(id);
                }
                if event.is_writable() {
                    self.send(id);
                }
            }
            if self.must_accept {
                self.accept()?;
            }
            for _ in 0..self.readable.len() {
                if let Some(id) = self.readable.pop_front() {
                    self.read(id);
                    self.spread();
                }
            }
            self.close_in_time();
            self.spread();
        }
    }

    fn timeout(&self) -> Option<Duration> {
        if !self.readable.is_empty() {
            return Some(Duration::ZERO);
        }
        let closing = self
            .clients
            .values()
            .any(|client| client.closes_at.is_some());
        (self.must_accept || closing).then_some(Duration::from_millis(100))
    }

    fn accept(&mut self) -> io::Result<()> {
        loop {
            match self.listener.accept() {
                Ok((mut stream, _)) => {
                    let id = self.next;
                    self.next += 1;
                    let both = Interest::READABLE | Interest::WRITABLE;
                    self.poll
                        .registry()
                        .register(&mut stream, Token(id), both)?;
                    let client = Client {
                        stream,
                        owed: VecDeque::new(),
                        closes_at: None,
                        is_shut: false,
                    };
                    self.clients.insert(id, client);
                    self.room.come(id);
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    self.must_accept = false;
                    return Ok(());
                }
                Err(_) => return Ok(()),
            }
        }
    }

    fn read(&mut self, id: usize) {
        let Some(client) = self.clients.get_mut(&id) else {
            return;
        };
        let mut buffer = [0; 4096];
        match client.stream.read(&mut buffer) {
            Ok(0) => self.remove(id),
            Ok(count) => {
                self.room.hear(id, &buffer[..count]);
                self.readable.push_back(id);
            }
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            Err(_) => self.remove(id),
        }
    }

    /// Tells everybody what there is to be told, until nobody leaves because of it.
    fn spread(&mut self) {
        while !self.room.news.is_empty() || !self.room.shown_out.is_empty() {
            let mut told = Vec::new();
            for (id, bytes) in std::mem::take(&mut self.room.news) {
                if let Some(client) = self.clients.get_mut(&id) {
                    client.owed.extend(bytes);
                    told.push(id);
                }
            }
            for id in std::mem::take(&mut self.room.shown_out) {
                if let Some(client) = self.clients.get_mut(&id) {
                    client.closes_at = Some(Instant::now() + Duration::from_millis(700));
                }
            }
            told.sort_unstable();
            told.dedup();
            told.into_iter().for_each(|id| self.send(id));
        }
    }

    fn send(&mut self, id: usize) {
        let Some(client) = self.clients.get_mut(&id) else {
            return;
        };
        while !client.owed.is_empty() {
            match client.stream.write(client.owed.as_slices().0) {
                Ok(count) => drop(client.owed.drain(..count)),
                Err(error) if error.kind() == ErrorKind::WouldBlock => break,
                Err(_) => return self.remove(id),
            }
        }
        if client.owed.len() > MOST_OWED {
            self.remove(id);
        } else if client.owed.is_empty() && client.closes_at.is_some() && !client.is_shut {
            client.is_shut = true;
            let _ = client.stream.shutdown(Shutdown::Write);
        }
    }

    fn remove(&mut self, id: usize) {
        if let Some(mut client) = self.clients.remove(&id) {
            let _ = self.poll.registry().deregister(&mut client.stream);
        }
        self.room.leave(id);
    }

    fn close_in_time(&mut self) {
        let now = Instant::now();
        let is_due = |client: &Client| client.closes_at.is_some_and(|time| time <= now);
        let due: Vec<usize> = self
            .clients
            .iter()
            .filter(|(_, client)| is_due(client))
            .map(|(id, _)| *id)
            .collect();
        due.into_iter().for_each(|id| self.remove(id));
    }
}
