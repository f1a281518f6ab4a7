//! Passes a line on to everybody, who has said it included.

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
        let heard = [name.as_bytes(), b": ", line, b"\n"].concat();
        self.tell_others(room, key, &heard);
        self.tell(room, key, &heard);
    }
}
