//! Sends back what it reads, to a thousand clients at a time, in one thread.
//!
//! `select-server [ADDR]`, for example `select-server 127.0.0.1:65432`.
//!
//! Why like this: a first event loop asks for reading and writing at all times, sets a client's buffer to what was
//! read, and calls `write_all`. But a socket is writable nearly always, so this loop never sleeps; a buffer that is
//! set, not extended, loses what was still owed; and `write_all` without waiting stops in the middle and does not say
//! where. So what was read goes behind what is owed, `write` says how much of it has gone, and from what is left
//! follows, after each step, what to be woken up for. Reading stops while much is owed: a client that never reads would
//! otherwise fill our memory instead of its own. One read for each event is enough, and fair. Edge-triggered events
//! cost fewer wake-ups and are as good, but then one must read until `WouldBlock`, and remember whose turn was cut
//! short.

use clap::Parser;
use lesson5_select_solution::Door;
use lesson5_select_solution::Interest;
use lesson5_select_solution::Owed;
use lesson5_select_solution::Watched;
use lesson5_select_solution::log;
use polling::Event;
use polling::Events;
use polling::Poller;
use socket2::Socket;
use std::collections::HashMap;
use std::io;
use std::io::Read;
use std::io::Write;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::rc::Rc;

/// How much is read at one time: a client that never stops sending gets its turn, and no more.
const CHUNK: usize = 64 * 1024;
/// As long as so many bytes are owed to a client, nothing more is read from it.
const MOST_OWED: usize = 256 * 1024;

/// Sends back what it reads, to a thousand clients at a time.
#[derive(Parser)]
struct Arguments {
    /// The address to listen on; port 0 lets the system choose.
    #[arg(default_value = "127.0.0.1:65432")]
    addr: SocketAddr,
}

/// One thread for everybody.
struct Server {
    poller: Rc<Poller>,
    door: Door,
    /// By the key of their events.
    clients: HashMap<usize, Client>,
    /// No key is used twice: an event for a client who has just left must not reach the next one.
    next_key: usize,
    /// What was read last, of whomever. One is enough: nothing stays in it.
    chunk: Vec<u8>,
}

/// One client, and how far its conversation has come.
struct Client {
    socket: Watched,
    owed: Owed,
    /// It has sent its end of file. What it is owed is owed all the same.
    has_ended: bool,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut server = match Server::open(arguments.addr) {
        Ok(server) => server,
        Err(error) => {
            log(&format!(
                "error: cannot listen on {}: {error}",
                arguments.addr
            ));
            return ExitCode::FAILURE;
        }
    };
    match server.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            log(&format!("error: cannot wait for events: {error}"));
            ExitCode::FAILURE
        }
    }
}

impl Server {
    /// Listens, and says so.
    fn open(addr: SocketAddr) -> io::Result<Server> {
        let poller = Rc::new(Poller::new()?);
        let door = Door::open(addr, &poller)?;
        let mut stdout = io::stdout();
        let _ = writeln!(stdout, "listening on {}", door.addr()?).and_then(|()| stdout.flush());
        Ok(Server {
            poller,
            door,
            clients: HashMap::new(),
            next_key: Door::KEY + 1,
            chunk: vec![0; CHUNK],
        })
    }

    /// The event loop: waits for everybody at once, and then waits for nobody.
    fn run(&mut self) -> io::Result<()> {
        let mut events = Events::new();
        loop {
            events.clear();
            match self.poller.wait(&mut events, self.door.patience()) {
                Err(error) if error.kind() != io::ErrorKind::Interrupted => return Err(error),
                _ => {}
            }
            self.door.open_in_time();
            for event in events.iter() {
                if event.key == Door::KEY {
                    self.let_clients_in();
                } else {
                    self.serve(event);
                }
            }
        }
    }

    /// Everybody who waits at the door becomes a client.
    fn let_clients_in(&mut self) {
        while let Some(socket) = self.door.next_client() {
            if let Err(error) = self.welcome(socket) {
                log(&format!("cannot watch a client: {error}"));
            }
        }
    }

    fn welcome(&mut self, socket: Socket) -> io::Result<()> {
        let key = self.next_key;
        self.next_key += 1;
        let client = Client::new(socket, &self.poller, key)?;
        self.clients.insert(key, client);
        Ok(())
    }

    /// Does for one client what can be done now.
    fn serve(&mut self, event: Event) {
        // One wake-up may tell of a client twice, or of one that an earlier event of the same wake-up has removed.
        let Some(client) = self.clients.get_mut(&event.key) else {
            return;
        };
        match client.proceed(event, &mut self.chunk) {
            Ok(()) if !client.is_done() => {}
            // Dropping a client closes its socket, once the poller has forgotten it.
            Ok(()) => drop(self.clients.remove(&event.key)),
            // However it fails, it is this client's affair alone.
            Err(error) => {
                self.clients.remove(&event.key);
                log(&format!("a client was cut off: {error}"));
            }
        }
    }
}

impl Client {
    fn new(socket: Socket, poller: &Rc<Poller>, key: usize) -> io::Result<Client> {
        let interest = Interest {
            reading: true,
            writing: false,
        };
        Ok(Client {
            socket: Watched::new(socket, poller, key, interest)?,
            owed: Owed::default(),
            has_ended: false,
        })
    }

    /// Reads and writes as much as is possible without waiting, and says what it waits for next.
    fn proceed(&mut self, event: Event, chunk: &mut [u8]) -> io::Result<()> {
        if event.readable && self.interest().reading {
            self.read(chunk)?;
        }
        // At once, without asking the poller: mostly there is room.
        self.owed.write_to(&self.socket)?;
        self.socket.set_interest(self.interest())
    }

    /// Reads once, and owes what came.
    fn read(&mut self, chunk: &mut [u8]) -> io::Result<()> {
        match (&*self.socket).read(chunk) {
            Ok(0) => self.has_ended = true,
            // Appended to what is owed already. Once is enough: where more has come, the poller tells of it again, and
            // meanwhile the others have their turn.
            Ok(count) => self.owed.push(&chunk[..count]),
            // Not an error: "nothing now, I will tell you".
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// What to be woken up for.
    fn interest(&self) -> Interest {
        Interest {
            // A socket at its end is always readable. And whoever does not take what it is owed is not asked for more: its
            // bytes wait in its own system then, and its own write comes to a stop. That is back-pressure.
            reading: !self.has_ended && self.owed.len() < MOST_OWED,
            // Almost every socket is writable almost always: to be told of it while nothing is owed would be a busy loop.
            writing: !self.owed.is_empty(),
        }
    }

    /// Has everything been read, and everything been written?
    fn is_done(&self) -> bool {
        self.has_ended && self.owed.is_empty()
    }
}
