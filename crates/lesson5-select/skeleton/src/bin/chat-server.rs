//! A room in which everybody hears everybody else, in one thread.
//!
//! `chat-server [ADDR]`, for example `chat-server 127.0.0.1:65432`.

// The holes need more imports than these; the README lists them.
use clap::Parser;
use lesson5_select::Door;
use lesson5_select::Interest;
use lesson5_select::Line;
use lesson5_select::Lines;
use lesson5_select::Owed;
use lesson5_select::Watched;
use lesson5_select::log;
use polling::Event;
use polling::Events;
use polling::Poller;
use socket2::Socket;
use std::collections::BTreeSet;
use std::collections::HashMap;
use std::collections::VecDeque;
use std::io;
use std::io::Read;
use std::io::Write;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::Duration;
use std::time::Instant;

/// How much is read at one time: whoever never stops talking gets a turn, and no more.
const CHUNK: usize = 16 * 1024;
/// Who is owed more than this, after the system has taken what it can, does not listen.
const MOST_OWED: usize = 1024 * 1024;
/// The longest name, in bytes.
const LONGEST_NAME: usize = 16;
/// How long somebody who is shown out may take to read why.
const LINGER: Duration = Duration::from_secs(1);

/// A room in which everybody hears everybody else.
#[derive(Parser)]
struct Arguments {
    /// The address to listen on; port 0 lets the system choose.
    #[arg(default_value = "127.0.0.1:65432")]
    addr: SocketAddr,
}

/// One thread for everybody.
struct Room {
    poller: Rc<Poller>,
    door: Door,
    /// By the key of their events.
    clients: HashMap<usize, Client>,
    /// No key is used twice: an event for a client who has just left must not reach the next one.
    next_key: usize,
    /// Who is owed something new since it was last tried to send it.
    unsettled: BTreeSet<usize>,
    /// Who is being shown out, until when, and how much was owed to it at last. The first to go is in front.
    leaving: VecDeque<(Instant, usize, usize)>,
    /// What was read last, of whomever. One is enough: nothing stays in it.
    chunk: Vec<u8>,
}

/// One client, with or without a name yet.
struct Client {
    socket: Watched,
    lines: Lines,
    owed: Owed,
    /// Set while it is in the room.
    name: Option<String>,
    /// It was told an error, and is not listened to any more.
    is_leaving: bool,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut room = match Room::open(arguments.addr) {
        Ok(room) => room,
        Err(error) => {
            log(&format!(
                "error: cannot listen on {}: {error}",
                arguments.addr
            ));
            return ExitCode::FAILURE;
        }
    };
    match room.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            log(&format!("error: cannot wait for events: {error}"));
            ExitCode::FAILURE
        }
    }
}

impl Room {
    /// Listens, and says so.
    fn open(addr: SocketAddr) -> io::Result<Room> {
        let poller = Rc::new(Poller::new()?);
        let door = Door::open(addr, &poller)?;
        let mut stdout = io::stdout();
        let _ = writeln!(stdout, "listening on {}", door.addr()?).and_then(|()| stdout.flush());
        Ok(Room {
            poller,
            door,
            clients: HashMap::new(),
            next_key: Door::KEY + 1,
            unsettled: BTreeSet::new(),
            leaving: VecDeque::new(),
            chunk: vec![0; CHUNK],
        })
    }

    /// The event loop, as in select-server.
    fn run(&mut self) -> io::Result<()> {
        let mut events = Events::new();
        loop {
            events.clear();
            match self.poller.wait(&mut events, self.patience()) {
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
                // After each event, so that nobody is owed much only because many have talked in one wake-up.
                self.settle();
            }
            self.close_in_time();
        }
    }

    /// How long the poller may wait before something has to be done without an event.
    fn patience(&self) -> Option<Duration> {
        let close_at = self.leaving.front().map(|(until, ..)| *until);
        let until_close = close_at.map(|at| at.saturating_duration_since(Instant::now()));
        [until_close, self.door.patience()]
            .into_iter()
            .flatten()
            .min()
    }

    /// Everybody who waits at the door becomes a client, without a name at first.
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

    /// Reads once from one client, and does what its lines say.
    fn serve(&mut self, event: Event) {
        // One that an earlier event of the same wake-up has removed may still be told of.
        let Some(client) = self.clients.get_mut(&event.key) else {
            return;
        };
        // Whatever can be written again is written when everybody's turn comes.
        self.unsettled.insert(event.key);
        if !event.readable {
            return;
        }
        match client.read(&mut self.chunk) {
            Ok(0) => self.remove(event.key),
            Ok(count) => self.hear(event.key, count),
            // Not an error: "nothing now, I will tell you".
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            // However the connection ended, its client has left, and nobody else.
            Err(_) => self.remove(event.key),
        }
    }

    /// Takes the lines that are complete now.
    fn hear(&mut self, key: usize, count: usize) {
        if let Some(client) = self.clients.get_mut(&key)
            && !client.is_leaving
        {
            client.lines.push(&self.chunk[..count]);
        }
        while let Some(client) = self.clients.get_mut(&key)
            && !client.is_leaving
            && let Some(line) = client.lines.next_line()
        {
            match (line, client.name.clone()) {
                (Line::TooLong, _) => self.show_out(key, "line too long"),
                (Line::Whole(line), Some(name)) => self.speak(key, &name, &line),
                // The first line is the name.
                (Line::Whole(line), None) => self.join(key, &line),
            }
        }
    }

    /// Somebody who has no name yet has said one.
    fn join(&mut self, key: usize, line: &[u8]) {
        match self.check_name(line) {
            Ok(name) => self.enter(key, name),
            Err(reason) => self.show_out(key, reason),
        }
    }

    /// The name, where it is one that nobody in the room has; otherwise what is wrong with it.
    fn check_name(&self, line: &[u8]) -> Result<String, &'static str> {
        // TODO: 1 to LONGEST_NAME ASCII letters or digits, and nobody in the room has the same. Why does it come as bytes?
        todo!(
            "is {line:?} a name of at most {LONGEST_NAME}, and not among {:?}?",
            self.names()
        )
    }

    /// A client comes into the room. It hears who is there, itself included, and the others hear of it.
    fn enter(&mut self, key: usize, name: String) {
        // TODO: "* NAME joined" for the others, "* here: NAMES" for the new one, and the name for the client. In which order?
        todo!("let {name} in, with the key {key}")
    }

    /// A line of somebody in the room. It need not be text.
    fn speak(&mut self, key: usize, name: &str, line: &[u8]) {
        let heard = [name.as_bytes(), b": ", line, b"\n"].concat();
        self.tell_others(key, &heard);
    }

    /// Tells a client what it did wrong, and has nothing to do with it any more.
    fn show_out(&mut self, key: usize, reason: &str) {
        self.tell(key, format!("error: {reason}\n").as_bytes());
        self.leave(key);
        self.see_off(key);
    }

    /// Has the connection closed, but not before the client can have read why.
    fn see_off(&mut self, key: usize) {
        // TODO, in stage 2: mark the client, and note down until when it may read (`leaving`). `hear`, `settle` and `close_in_time` are
        // there already, and do the rest.
        todo!("close the connection of {key} in {LINGER:?}")
    }

    /// Closes the connection of a client, in or out of the room.
    fn remove(&mut self, key: usize) {
        self.leave(key);
        self.clients.remove(&key);
    }

    /// Takes a client out of the room, where it is in it, and tells the others: once, whatever happens to it afterwards.
    fn leave(&mut self, key: usize) {
        // TODO: "* NAME left" for the others, where the client has a name; and from then on it has none.
        todo!("tell the others that {key} has left")
    }

    /// Owes these bytes to everybody in the room but `key`. Everything is told in this way, so all hear it in the same order.
    fn tell_others(&mut self, key: usize, bytes: &[u8]) {
        // TODO: push it to what is owed to each of the others who has a name, and remember in `unsettled` that there is something to send.
        todo!("tell everybody but {key}: {bytes:?}")
    }

    fn tell(&mut self, key: usize, bytes: &[u8]) {
        if let Some(client) = self.clients.get_mut(&key) {
            client.owed.push(bytes);
            self.unsettled.insert(key);
        }
    }

    /// Sends what is owed, as far as the systems take it. Of whoever is cut off, the others hear, so that more is owed to them: it goes on
    /// until nobody is left who is owed something new.
    fn settle(&mut self) {
        while let Some(key) = self.unsettled.pop_first() {
            if let Some(client) = self.clients.get_mut(&key)
                && let Err(error) = client.settle()
            {
                log(&format!("a client was cut off: {error}"));
                self.remove(key);
            }
        }
    }

    /// Closes the connections of those who have been shown out for long enough. Whoever is still taking what it is owed has longer.
    fn close_in_time(&mut self) {
        while let Some((until, key, owed)) = self.leaving.front().copied()
            && until <= Instant::now()
        {
            self.leaving.pop_front();
            match self.clients.get(&key) {
                Some(client) if (1..owed).contains(&client.owed.len()) => self.see_off(key),
                _ => drop(self.clients.remove(&key)),
            }
        }
    }

    /// Everybody in the room, in byte order.
    fn names(&self) -> BTreeSet<&str> {
        let clients = self.clients.values();
        clients
            .filter_map(|client| client.name.as_deref())
            .collect()
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
            lines: Lines::default(),
            owed: Owed::default(),
            name: None,
            is_leaving: false,
        })
    }

    fn read(&self, chunk: &mut [u8]) -> io::Result<usize> {
        (&*self.socket).read(chunk)
    }

    /// Writes what is owed, as far as that is possible without waiting, and says what to be woken up for.
    ///
    /// # Errors
    /// Where the client is to be cut off: it has gone, or it does not listen.
    fn settle(&mut self) -> io::Result<()> {
        // TODO: write what is owed, and set your interest in the socket: reading always, writing only while something is owed.
        // TODO, in stage 2: the error of a client that is leaving has been written: shut your sending side.
        // TODO, in stage 4: who is owed more than MOST_OWED bytes after that is cut off: return an error.
        todo!(
            "write what is owed, at most {MOST_OWED} bytes, to {:?}",
            self.socket.peer_addr()
        )
    }
}
