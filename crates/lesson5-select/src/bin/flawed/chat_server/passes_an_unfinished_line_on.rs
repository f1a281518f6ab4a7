//! Takes what stands before the end of file for a line, with a newline or without.

use crate::Played;
use crate::chat;
use crate::chat::Line;
use crate::chat::Manner;
use crate::room::Room;
use std::ffi::OsString;
use std::mem;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn end_of_file(&mut self, room: &mut Room, key: u64) {
        let rest = room
            .clients
            .get_mut(&key)
            .map(|client| mem::take(&mut client.said));
        if let Some(rest) = rest.filter(|rest| !rest.is_empty()) {
            self.take(room, key, Line::Whole(rest));
        }
        self.remove(room, key);
    }
}
