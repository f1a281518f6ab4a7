//! A chat server as it should be, in parts, so that a flawed one replaces just the part with its mistake.

use crate::Played;
use crate::arguments;
use crate::door;
use crate::door::Door;
use crate::owed;
use crate::poller::Event;
use crate::poller::Interest;
use crate::poller::Mode;
use crate::room::Client;
use crate::room::Room;
use socket2::Socket;
use std::ffi::OsString;
use std::io;
use std::io::Read;
use std::net::Shutdown;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;
use std::time::Instant;

const CHUNK: usize = 16 * 1024;
/// The longest line, in bytes, its newline not counted.
pub(crate) const LONGEST: usize = 1024;
/// Who is owed more than this, after the system has taken what it can, does not listen.
pub(crate) const MOST_OWED: usize = 1024 * 1024;
/// How long somebody who is shown out may take to read why.
const LINGER: Duration = Duration::from_secs(1);

/// What was found where a line should be.
pub(crate) enum Line {
    Whole(Vec<u8>),
    TooLong,
}

/// What a chat server does. Each method is right, unless a flawed server has another one.
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
    fn patience(&mut self, room: &Room) -> Option<Duration> {
        room.patience()
    }

    /// After a wait.
    fn wake_up(&mut self, room: &mut Room, events: &[Event]) {
        for event in events {
            if event.key == door::KEY {
                self.let_clients_in(room);
            } else {
                self.serve(room, *event);
            }
            self.settle(room);
        }
        self.close_in_time(room);
    }

    /// Accepts everybody who waits.
    fn let_clients_in(&mut self, room: &mut Room) {
        loop {
            match room.door.accept() {
                Ok(socket) => self.welcome(room, socket),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => break,
                Err(error) if error.kind() == io::ErrorKind::ConnectionAborted => {}
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    self.cannot_accept(room, &error);
                    break;
                }
            }
        }
    }

    fn cannot_accept(&mut self, room: &mut Room, error: &io::Error) {
        eprintln!("cannot accept: {error}");
        room.door.close_for_a_moment();
    }

    /// A new client, without a name yet.
    fn welcome(&mut self, room: &mut Room, socket: Socket) {
        room.add(Client::new(socket));
    }

    /// Something can be done for a client.
    fn serve(&mut self, room: &mut Room, event: Event) {
        let Some(client) = room.clients.get(&event.key) else {
            return;
        };
        room.unsettled.insert(event.key);
        if !event.readable {
            return;
        }
        let mut chunk = [0; CHUNK];
        match (&client.socket).read(&mut chunk) {
            Ok(0) => self.end_of_file(room, event.key),
            Ok(count) => self.hear(room, event.key, &chunk[..count]),
            Err(error) if owed::is_later(&error) => {}
            Err(error) => self.lose(room, event.key, &error),
        }
    }

    fn end_of_file(&mut self, room: &mut Room, key: u64) {
        self.remove(room, key);
    }

    /// A connection has failed.
    fn lose(&mut self, room: &mut Room, key: u64, _error: &io::Error) {
        self.remove(room, key);
    }

    /// These bytes have come: takes the lines that are complete now.
    fn hear(&mut self, room: &mut Room, key: u64, bytes: &[u8]) {
        if let Some(client) = room.clients.get_mut(&key)
            && !client.is_leaving
        {
            client.said.extend_from_slice(bytes);
        }
        while let Some(client) = room.clients.get_mut(&key)
            && !client.is_leaving
            && let Some(line) = self.next_line(&mut client.said)
        {
            self.take(room, key, line);
        }
    }

    /// Takes the next line out of what has come.
    fn next_line(&mut self, said: &mut Vec<u8>) -> Option<Line> {
        let newline = said.iter().position(|byte| *byte == b'\n');
        if newline.unwrap_or(said.len()) > LONGEST {
            return Some(Line::TooLong);
        }
        let line: Vec<u8> = said.drain(..=newline?).collect();
        Some(Line::Whole(self.strip(&line[..line.len() - 1])))
    }

    /// A line without what does not belong to it.
    fn strip(&mut self, line: &[u8]) -> Vec<u8> {
        line.strip_suffix(b"\r").unwrap_or(line).to_vec()
    }

    /// A client's line: its name, or what it says.
    fn take(&mut self, room: &mut Room, key: u64, line: Line) {
        let name = room.name_of(key);
        match (line, name) {
            (Line::TooLong, _) => self.show_out(room, key, "line too long"),
            (Line::Whole(line), Some(name)) => self.speak(room, key, &name, &line),
            (Line::Whole(line), None) => match self.check_name(room, &line) {
                Ok(name) => self.enter(room, key, name),
                Err(reason) => self.show_out(room, key, reason),
            },
        }
    }

    /// The name, where it is one that nobody in the room has; otherwise what is wrong with it.
    fn check_name(&mut self, room: &Room, line: &[u8]) -> Result<String, &'static str> {
        if !self.is_name(line) {
            return Err("a name has 1 to 16 letters or digits");
        }
        let name = String::from_utf8_lossy(line).into_owned();
        if self.is_taken(room, &name) {
            return Err("this name is taken");
        }
        Ok(name)
    }

    fn is_name(&mut self, line: &[u8]) -> bool {
        (1..=16).contains(&line.len()) && line.iter().all(u8::is_ascii_alphanumeric)
    }

    fn is_taken(&mut self, room: &Room, name: &str) -> bool {
        room.names().iter().any(|other| other == name)
    }

    /// A client comes into the room.
    fn enter(&mut self, room: &mut Room, key: u64, name: String) {
        self.tell_others(room, key, format!("* {name} joined\n").as_bytes());
        if let Some(client) = room.clients.get_mut(&key) {
            client.name = Some(name);
        }
        let here = self.here(room, key);
        self.tell(room, key, format!("* here: {here}\n").as_bytes());
    }

    /// Who is there, as a newcomer hears it.
    fn here(&mut self, room: &Room, _key: u64) -> String {
        let mut names = room.names();
        names.sort_unstable();
        names.join(" ")
    }

    /// Somebody in the room says something.
    fn speak(&mut self, room: &mut Room, key: u64, name: &str, line: &[u8]) {
        let heard = [name.as_bytes(), b": ", line, b"\n"].concat();
        self.tell_others(room, key, &heard);
    }

    /// Tells a client what it did wrong, and has nothing to do with it any more.
    fn show_out(&mut self, room: &mut Room, key: u64, reason: &str) {
        self.tell(room, key, format!("error: {reason}\n").as_bytes());
        self.leave(room, key);
        self.see_off(room, key);
    }

    /// Has the connection closed, but not before the client can have read why.
    fn see_off(&mut self, room: &mut Room, key: u64) {
        if let Some(client) = room.clients.get_mut(&key) {
            client.is_leaving = true;
            room.leaving.push_back((Instant::now() + LINGER, key));
        }
    }

    /// Closes the connection of a client, in or out of the room.
    fn remove(&mut self, room: &mut Room, key: u64) {
        self.leave(room, key);
        room.forget(key);
    }

    /// Takes a client out of the room, where it is in it, and tells the others.
    fn leave(&mut self, room: &mut Room, key: u64) {
        let client = room.clients.get_mut(&key);
        if let Some(name) = client.and_then(|client| client.name.take()) {
            self.tell_others(room, key, format!("* {name} left\n").as_bytes());
        }
    }

    /// Owes these bytes to everybody in the room but `key`.
    fn tell_others(&mut self, room: &mut Room, key: u64, bytes: &[u8]) {
        for other in room.others(key) {
            self.tell(room, other, bytes);
        }
    }

    /// Owes these bytes to one client.
    fn tell(&mut self, room: &mut Room, key: u64, bytes: &[u8]) {
        if let Some(client) = room.clients.get_mut(&key) {
            client.owed.extend(bytes);
            room.unsettled.insert(key);
        }
    }

    /// Sends what is owed, until nobody is left who is owed something new.
    fn settle(&mut self, room: &mut Room) {
        while let Some(key) = room.unsettled.pop_first() {
            if let Some(client) = room.clients.get_mut(&key)
                && let Err(error) = self.pay(client)
            {
                self.cut_off(room, key, &error);
            }
            self.ask_again(room, key);
        }
    }

    /// Sends what is owed to one client. An error where it is to be cut off.
    fn pay(&mut self, client: &mut Client) -> io::Result<()> {
        self.write(client)?;
        if client.owed.len() > MOST_OWED {
            return Err(io::Error::other("it does not listen"));
        }
        if client.is_leaving && client.owed.is_empty() {
            let _ = client.socket.shutdown(Shutdown::Write);
        }
        Ok(())
    }

    fn write(&mut self, client: &mut Client) -> io::Result<()> {
        owed::write(&mut client.owed, &client.socket)
    }

    fn cut_off(&mut self, room: &mut Room, key: u64, _error: &io::Error) {
        self.remove(room, key);
    }

    /// Tells the poller what has changed.
    fn ask_again(&mut self, room: &mut Room, key: u64) {
        if let Some(client) = room.clients.get_mut(&key) {
            let interest = self.interest(client);
            if interest != client.interest {
                client.interest = interest;
                let _ = room.door.poller.modify(&client.socket, key, interest);
            }
        }
    }

    /// What the poller is to tell of a client.
    fn interest(&mut self, client: &Client) -> Interest {
        Interest {
            reading: true,
            writing: !client.owed.is_empty(),
            mode: Mode::Level,
        }
    }

    /// Closes the connections of those who have been shown out for long enough.
    fn close_in_time(&mut self, room: &mut Room) {
        while let Some((until, key)) = room.leaving.front().copied()
            && until <= Instant::now()
        {
            room.leaving.pop_front();
            room.forget(key);
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
    let mut room = Room::new(Door::open(listener)?);
    loop {
        let patience = manner.patience(&room);
        let events = room.door.wait(patience)?;
        manner.wake_up(&mut room, &events);
    }
}
