//! Says that a client has left when it is shown out, and once more when its connection is closed.

use crate::Played;
use crate::chat::Manner;
use crate::chat;
use crate::room::Room;
use std::ffi::OsString;
use std::time::Instant;

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
        self.see_off(room, key);
    }

    fn close_in_time(&mut self, room: &mut Room) {
        while let Some((until, key)) = room.leaving.front().copied()
            && until <= Instant::now()
        {
            room.leaving.pop_front();
            self.remove(room, key);
        }
    }
}
