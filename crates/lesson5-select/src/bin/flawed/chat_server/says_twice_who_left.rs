//! Says that a client has left where it tells it an error, and once more where it has its connection closed.

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
    fn show_out(&mut self, room: &mut Room, key: u64, reason: &str) {
        self.tell(room, key, format!("error: {reason}\n").as_bytes());
        if let Some(name) = room.name_of(key) {
            self.tell_others(room, key, format!("* {name} left\n").as_bytes());
        }
        self.leave(room, key);
        self.see_off(room, key);
    }
}
