//! Takes 1024 bytes for too much, however many lines they are.

use crate::Played;
use crate::chat;
use crate::chat::Manner;
use crate::room::Room;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn hear(&mut self, room: &mut Room, key: u64, bytes: &[u8]) {
        let Some(client) = room
            .clients
            .get_mut(&key)
            .filter(|client| !client.is_leaving)
        else {
            return;
        };
        client.said.extend_from_slice(bytes);
        if client.said.len() > chat::LONGEST + 2 {
            return self.show_out(room, key, "line too long");
        }
        while let Some(client) = room.clients.get_mut(&key)
            && !client.is_leaving
            && let Some(line) = self.next_line(&mut client.said)
        {
            self.take(room, key, line);
        }
    }
}
