//! Says `left` of everybody whose connection is closed, with a name or without.

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
        if let Some(client) = room.clients.get_mut(&key)
            && !client.is_leaving
        {
            let name = client.name.take().unwrap_or_default();
            self.tell_others(room, key, format!("* {name} left\n").as_bytes());
        }
    }
}
