//! Takes names that differ in case only for the same.

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
    fn is_taken(&mut self, room: &Room, name: &str) -> bool {
        let names = room.names();
        names.iter().any(|other| other.eq_ignore_ascii_case(name))
    }
}
