//! Lists who is here with commas in between.

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
        let mut names = room.names();
        names.sort_unstable();
        names.join(", ")
    }
}
