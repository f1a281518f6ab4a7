//! The state of a chat server.

use crate::door;
use crate::door::Door;
use crate::poller::Interest;
use socket2::Socket;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::collections::VecDeque;
use std::time::Duration;
use std::time::Instant;

/// Everybody, with or without a name.
pub(crate) struct Room {
    pub(crate) door: Door,
    pub(crate) clients: BTreeMap<u64, Client>,
    pub(crate) next_key: u64,
    /// Who is owed something new since it was last tried to send it.
    pub(crate) unsettled: BTreeSet<u64>,
    /// Who is being shown out, and until when.
    pub(crate) leaving: VecDeque<(Instant, u64)>,
}

/// One client.
pub(crate) struct Client {
    pub(crate) socket: Socket,
    /// What has come and has not been taken yet.
    pub(crate) said: Vec<u8>,
    pub(crate) owed: VecDeque<u8>,
    /// Set while it is in the room.
    pub(crate) name: Option<String>,
    /// It was told an error, and is not listened to any more.
    pub(crate) is_leaving: bool,
    /// What the poller tells of it now.
    pub(crate) interest: Interest,
}

impl Room {
    pub(crate) fn new(door: Door) -> Room {
        Room {
            door,
            clients: BTreeMap::new(),
            next_key: door::KEY + 1,
            unsettled: BTreeSet::new(),
            leaving: VecDeque::new(),
        }
    }

    /// Has the poller watch a client from now on.
    pub(crate) fn add(&mut self, client: Client) {
        let key = self.next_key;
        self.next_key += 1;
        let watched = self.door.poller.add(&client.socket, key, client.interest);
        if watched.is_ok() {
            self.clients.insert(key, client);
        }
    }

    /// Closes a connection, and says nothing of it.
    pub(crate) fn forget(&mut self, key: u64) {
        if let Some(client) = self.clients.remove(&key) {
            let _ = self.door.poller.delete(&client.socket);
        }
    }

    /// How long the poller may wait before something has to be done without an event.
    pub(crate) fn patience(&self) -> Option<Duration> {
        let until = self.leaving.front().map(|(until, _)| *until);
        let closes = until.map(|until| until.saturating_duration_since(Instant::now()));
        [self.door.patience(), closes].into_iter().flatten().min()
    }

    /// The name of one client.
    pub(crate) fn name_of(&self, key: u64) -> Option<String> {
        self.clients.get(&key)?.name.clone()
    }

    /// Everybody in the room, in the order of their coming.
    pub(crate) fn names(&self) -> Vec<String> {
        let clients = self.clients.values();
        clients.filter_map(|client| client.name.clone()).collect()
    }

    /// The keys of everybody in the room but one.
    pub(crate) fn others(&self, key: u64) -> Vec<u64> {
        let others = self.clients.iter().filter(|(other, _)| **other != key);
        others
            .filter(|(_, client)| client.name.is_some())
            .map(|(other, _)| *other)
            .collect()
    }
}

impl Client {
    pub(crate) fn new(socket: Socket) -> Client {
        Client {
            socket,
            said: Vec::new(),
            owed: VecDeque::new(),
            name: None,
            is_leaving: false,
            interest: Interest::READING,
        }
    }
}
