//! Gives a name to who has asked for it last, and closes the connection of who had it.

use crate::Played;
use crate::chat;
use crate::chat::Manner;
use crate::room::Room;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed::default())
}

#[derive(Default)]
struct Flawed {
    before: Option<u64>,
}
impl Manner for Flawed {
    fn check_name(&mut self, room: &Room, line: &[u8]) -> Result<String, &'static str> {
        if !self.is_name(line) {
            return Err("a name has 1 to 16 letters or digits");
        }
        let name = String::from_utf8_lossy(line).into_owned();
        let mut clients = room.clients.iter();
        let before = clients.find(|(_, client)| client.name.as_ref() == Some(&name));
        self.before = before.map(|(key, _)| *key);
        Ok(name)
    }

    fn enter(&mut self, room: &mut Room, key: u64, name: String) {
        if let Some(before) = self.before.take() {
            self.remove(room, before);
        }
        self.tell_others(room, key, format!("* {name} joined\n").as_bytes());
        if let Some(client) = room.clients.get_mut(&key) {
            client.name = Some(name);
        }
        let here = self.here(room, key);
        self.tell(room, key, format!("* here: {here}\n").as_bytes());
    }
}
