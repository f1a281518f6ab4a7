//! Says `joined` to everybody, to the newcomer, too.

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
    fn enter(&mut self, room: &mut Room, key: u64, name: String) {
        let joined = format!("* {name} joined\n");
        if let Some(client) = room.clients.get_mut(&key) {
            client.name = Some(name);
        }
        let here = self.here(room, key);
        self.tell(room, key, format!("* here: {here}\n").as_bytes());
        self.tell_others(room, key, joined.as_bytes());
        self.tell(room, key, joined.as_bytes());
    }
}
