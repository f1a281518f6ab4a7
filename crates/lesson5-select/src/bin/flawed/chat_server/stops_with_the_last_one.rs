//! Leaves its loop when the last one has left.

use crate::Played;
use crate::chat;
use crate::chat::Manner;
use crate::room::Room;
use std::ffi::OsString;
use std::thread;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn remove(&mut self, room: &mut Room, key: u64) {
        self.leave(room, key);
        room.forget(key);
        while room.clients.is_empty() {
            thread::park();
        }
    }
}
