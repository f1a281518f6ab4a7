//! A select server as it should be, in parts, so that a flawed one replaces just the part with its mistake.

use crate::Played;
use crate::arguments;
use crate::door;
use crate::door::Door;
use crate::owed;
use crate::poller::Event;
use crate::poller::Interest;
use crate::poller::Mode;
use socket2::Socket;
use std::collections::BTreeMap;
use std::collections::VecDeque;
use std::ffi::OsString;
use std::io;
use std::io::Read;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

/// How much is read at one time.
pub(crate) const CHUNK: usize = 16 * 1024;
/// As long as so many bytes are owed to a client, nothing more is read from it.
pub(crate) const MOST_OWED: usize = 256 * 1024;

/// The server's state.
pub(crate) struct Server {
    pub(crate) door: Door,
    pub(crate) clients: BTreeMap<u64, Client>,
    pub(crate) next_key: u64,
}

/// One client.
pub(crate) struct Client {
    pub(crate) socket: Socket,
    pub(crate) owed: VecDeque<u8>,
    /// It has sent its end of file.
    pub(crate) has_ended: bool,
    /// What the poller tells of it now.
    pub(crate) interest: Interest,
}

/// What a server does. Each method is right, unless a flawed server has another one.
pub(crate) trait Manner: Sized {
    fn listen(&mut self, addr: SocketAddr) -> io::Result<Socket> {
        door::listen(addr, door::BACKLOG)
    }

    fn announce(&mut self, addr: SocketAddr) {
        door::announce(addr);
    }

    fn cannot_listen(&mut self, addr: SocketAddr, error: &io::Error) -> ExitCode {
        door::cannot_listen(addr, error)
    }

    /// How long the poller may wait.
    fn patience(&mut self, server: &Server) -> Option<Duration> {
        server.door.patience()
    }

    fn wait(&mut self, server: &mut Server) -> io::Result<Vec<Event>> {
        let patience = self.patience(server);
        server.door.wait(patience)
    }

    /// After a wait.
    fn wake_up(&mut self, server: &mut Server, events: &[Event]) {
        for event in events {
            if event.key == door::KEY {
                self.let_clients_in(server);
            } else {
                self.serve(server, *event);
            }
        }
    }

    /// Accepts everybody who waits.
    fn let_clients_in(&mut self, server: &mut Server) {
        loop {
            match self.accept(server) {
                Ok(socket) => self.welcome(server, socket),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => break,
                Err(error) if error.kind() == io::ErrorKind::ConnectionAborted => {}
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    self.cannot_accept(server, &error);
                    break;
                }
            }
        }
    }

    fn accept(&mut self, server: &mut Server) -> io::Result<Socket> {
        server.door.accept()
    }

    fn cannot_accept(&mut self, server: &mut Server, error: &io::Error) {
        eprintln!("cannot accept: {error}");
        server.door.close_for_a_moment();
    }

    /// A new client.
    fn welcome(&mut self, server: &mut Server, socket: Socket) {
        let key = server.next_key;
        server.next_key += 1;
        self.watch(server, key, Client::new(socket));
    }

    /// Has the poller watch a client.
    fn watch(&mut self, server: &mut Server, key: u64, mut client: Client) {
        client.interest = self.interest(&client);
        let watched = server.door.poller.add(&client.socket, key, client.interest);
        if watched.is_ok() {
            server.clients.insert(key, client);
        }
    }

    /// Something can be done for a client.
    fn serve(&mut self, server: &mut Server, event: Event) {
        let Some(client) = server.clients.get_mut(&event.key) else {
            return;
        };
        match self.proceed(client, event) {
            Ok(()) if self.is_done(client) => self.remove(server, event.key),
            Ok(()) => self.ask_again(server, event.key),
            Err(error) => self.lose(server, event.key, &error),
        }
    }

    /// Reads and writes without waiting.
    fn proceed(&mut self, client: &mut Client, event: Event) -> io::Result<()> {
        if event.readable && client.interest.reading {
            self.read(client)?;
        }
        self.write(client)
    }

    /// Reads once.
    fn read(&mut self, client: &mut Client) -> io::Result<()> {
        let mut chunk = [0; CHUNK];
        match (&client.socket).read(&mut chunk) {
            Ok(0) => client.has_ended = true,
            Ok(count) => self.owe(client, &chunk[..count]),
            Err(error) if owed::is_later(&error) => {}
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// These bytes have come.
    fn owe(&mut self, client: &mut Client, bytes: &[u8]) {
        client.owed.extend(bytes);
    }

    fn write(&mut self, client: &mut Client) -> io::Result<()> {
        owed::write(&mut client.owed, &client.socket)
    }

    /// What the poller is to tell of a client.
    fn interest(&mut self, client: &Client) -> Interest {
        Interest {
            reading: !client.has_ended && client.owed.len() < MOST_OWED,
            writing: !client.owed.is_empty(),
            mode: Mode::Level,
        }
    }

    /// Has everything been read, and everything been written?
    fn is_done(&mut self, client: &Client) -> bool {
        client.has_ended && client.owed.is_empty()
    }

    /// Tells the poller what has changed.
    fn ask_again(&mut self, server: &mut Server, key: u64) {
        let Some(client) = server.clients.get_mut(&key) else {
            return;
        };
        let interest = self.interest(client);
        if interest != client.interest {
            client.interest = interest;
            let _ = server.door.poller.modify(&client.socket, key, interest);
        }
    }

    /// A connection has failed.
    fn lose(&mut self, server: &mut Server, key: u64, error: &io::Error) {
        eprintln!("a client was lost: {error}");
        self.remove(server, key);
    }

    /// Closes a connection.
    fn remove(&mut self, server: &mut Server, key: u64) {
        if let Some(client) = server.clients.remove(&key) {
            let _ = server.door.poller.delete(&client.socket);
        }
    }
}

impl Client {
    pub(crate) fn new(socket: Socket) -> Client {
        Client {
            socket,
            owed: VecDeque::new(),
            has_ended: false,
            interest: Interest::NONE,
        }
    }
}

/// A server with these manners. It runs until it is killed, or until its mistake ends it.
pub(crate) fn run(arguments: &[OsString], mut manner: impl Manner) -> Played {
    let addr = arguments::addr(arguments)?;
    let listener = match manner.listen(addr) {
        Ok(listener) => listener,
        Err(error) => return Err(manner.cannot_listen(addr, &error)),
    };
    manner.announce(door::addr(&listener));
    serve(listener, manner).map_err(|error| door::cannot_wait(&error))
}

fn serve(listener: Socket, mut manner: impl Manner) -> io::Result<()> {
    let mut server = Server {
        door: Door::open(listener)?,
        clients: BTreeMap::new(),
        next_key: door::KEY + 1,
    };
    loop {
        let events = manner.wait(&mut server)?;
        manner.wake_up(&mut server, &events);
    }
}
