//! Takes a line for text, and replaces what is none.

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
        let heard = format!("{name}: {}\n", String::from_utf8_lossy(line));
        self.tell_others(room, key, heard.as_bytes());
    }
}
