//! Tells everybody who is connected what is said, with a name or without.

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
    fn tell_others(&mut self, room: &mut Room, key: u64, bytes: &[u8]) {
        let all: Vec<u64> = room.clients.keys().copied().collect();
        for other in all.into_iter().filter(|other| *other != key) {
            self.tell(room, other, bytes);
        }
    }
}
