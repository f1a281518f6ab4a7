//! Says in words of its own that a line is too long.

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
        let reason = reason.replace("line too long", "more than 1024 bytes on a line");
        self.tell(room, key, format!("error: {reason}\n").as_bytes());
        self.leave(room, key);
        self.see_off(room, key);
    }
}
