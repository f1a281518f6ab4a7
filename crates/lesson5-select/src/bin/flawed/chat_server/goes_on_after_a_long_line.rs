//! Says that a line was too long, throws it away, and goes on.

use crate::Played;
use crate::chat;
use crate::chat::Line;
use crate::chat::Manner;
use crate::room::Room;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn take(&mut self, room: &mut Room, key: u64, line: Line) {
        let name = room.name_of(key);
        match (line, name) {
            (Line::TooLong, _) => {
                if let Some(client) = room.clients.get_mut(&key) {
                    client.said.clear();
                }
                self.tell(room, key, b"error: line too long\n");
            }
            (Line::Whole(line), Some(name)) => self.speak(room, key, &name, &line),
            (Line::Whole(line), None) => match self.check_name(room, &line) {
                Ok(name) => self.enter(room, key, name),
                Err(reason) => self.show_out(room, key, reason),
            },
        }
    }
}
