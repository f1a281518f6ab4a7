//! Tells a newcomer who is here besides itself.

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
    fn here(&mut self, room: &Room, key: u64) -> String {
        let own = room.name_of(key);
        let mut names = room.names();
        names.retain(|name| Some(name) != own.as_ref());
        names.sort_unstable();
        names.join(" ")
    }
}
