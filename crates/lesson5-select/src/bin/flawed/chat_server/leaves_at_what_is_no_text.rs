//! Shows out who says something that is no text.

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
    fn speak(&mut self, room: &mut Room, key: u64, name: &str, line: &[u8]) {
        match str::from_utf8(line) {
            Ok(line) => self.tell_others(room, key, format!("{name}: {line}\n").as_bytes()),
            Err(_) => self.show_out(room, key, "this is no text"),
        }
    }
}
