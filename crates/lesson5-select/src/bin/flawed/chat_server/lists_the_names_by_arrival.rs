//! Lists who is here in the order of their coming.

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
    fn here(&mut self, room: &Room, _key: u64) -> String {
        room.names().join(" ")
    }
}
