//! Tells the others of the first one who is cut off. Those who are cut off after it leave without a word.

use crate::Played;
use crate::chat;
use crate::chat::Manner;
use crate::room::Room;
use std::ffi::OsString;
use std::io;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed::default())
}

#[derive(Default)]
struct Flawed {
    is_told: bool,
}
impl Manner for Flawed {
    fn cut_off(&mut self, room: &mut Room, key: u64, error: &io::Error) {
        if self.is_told && error.kind() == io::ErrorKind::Other {
            return room.forget(key);
        }
        self.is_told |= error.kind() == io::ErrorKind::Other;
        self.remove(room, key);
    }
}
