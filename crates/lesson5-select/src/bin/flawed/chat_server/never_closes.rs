//! Says who has left, and keeps the connection open.

use crate::Played;
use crate::chat;
use crate::chat::Manner;
use crate::room::Client;
use crate::room::Room;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed::default())
}

#[derive(Default)]
struct Flawed {
    past: Vec<Client>,
}
impl Manner for Flawed {
    fn end_of_file(&mut self, room: &mut Room, key: u64) {
        self.leave(room, key);
        let Some(client) = room.clients.remove(&key) else {
            return;
        };
        let _ = room.door.poller.delete(&client.socket);
        self.past.push(client);
    }
}
