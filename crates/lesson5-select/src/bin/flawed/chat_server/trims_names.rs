//! Removes the blanks around a name before it looks at it.

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
    fn check_name(&mut self, room: &Room, line: &[u8]) -> Result<String, &'static str> {
        let line = line.trim_ascii();
        if !self.is_name(line) {
            return Err("a name has 1 to 16 letters or digits");
        }
        let name = String::from_utf8_lossy(line).into_owned();
        if self.is_taken(room, &name) {
            return Err("this name is taken");
        }
        Ok(name)
    }
}
