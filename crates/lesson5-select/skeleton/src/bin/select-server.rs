//! Sends back what it reads, to a thousand clients at a time, in one thread.
//!
//! `select-server [ADDR]`, for example `select-server 127.0.0.1:65432`.

// The holes need more imports than these; the README lists them.
use clap::Parser;
use lesson5_select::Door;
use lesson5_select::Interest;
use lesson5_select::Owed;
use lesson5_select::Watched;
use lesson5_select::log;
use polling::Event;
use polling::Events;
use polling::Poller;
use socket2::Socket;
use std::collections::HashMap;
use std::io;
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
        // TODO: read once, and owe what came. What does it mean to read 0 bytes, and what does WouldBlock mean?
        todo!(
            "read up to {} bytes from {:?}",
            chunk.len(),
            self.socket.peer_addr()
        )
    }

    /// What to be woken up for.
    fn interest(&self) -> Interest {
        // TODO: when is there something to read that you want, and when is there something to write?
        // TODO, in stage 3: nothing more from a client that does not take what it is owed: at most about MOST_OWED bytes.
        todo!(
            "reading and writing, with {} of {MOST_OWED} bytes owed",
            self.owed.len()
        )
    }

    /// Has everything been read, and everything been written?
    fn is_done(&self) -> bool {
        self.has_ended && self.owed.is_empty()
    }
}
