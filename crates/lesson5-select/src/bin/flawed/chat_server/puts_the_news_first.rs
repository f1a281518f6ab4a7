//! Puts who came and who left in front of all that somebody is owed.

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
    fn leave(&mut self, room: &mut Room, key: u64) {
        let client = room.clients.get_mut(&key);
        let Some(name) = client.and_then(|client| client.name.take()) else {
            return;
        };
        let left = format!("* {name} left\n");
        for other in room.others(key) {
            if let Some(client) = room.clients.get_mut(&other) {
                for byte in left.bytes().rev() {
                    client.owed.push_front(byte);
                }
                room.unsettled.insert(other);
            }
        }
    }
}
