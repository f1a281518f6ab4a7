//! Ends when the last one has left the room.

use crate::Played;
use crate::chat::Manner;
use crate::chat;
use crate::room::Room;
use std::ffi::OsString;
use std::process;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
fn remove(&mut self, room: &mut Room, key: u64) {
        self.leave(room, key);
        room.forget(key);
        if room.clients.is_empty() {
            process::exit(0);
        }
    }
}
