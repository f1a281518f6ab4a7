//! Writes its error and closes the connection at once, whatever the client has sent meanwhile.

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
    fn see_off(&mut self, room: &mut Room, key: u64) {
        if let Some(client) = room.clients.get_mut(&key) {
            let _ = self.write(client);
        }
        room.forget(key);
    }
}
