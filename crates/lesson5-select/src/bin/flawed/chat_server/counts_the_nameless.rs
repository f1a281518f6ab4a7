//! Lists everybody who is connected, those without a name by an empty one.

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
        let clients = room.clients.values();
        let mut names: Vec<String> = clients
            .filter(|client| !client.is_leaving)
            .map(|client| client.name.clone().unwrap_or_default())
            .collect();
        names.sort_unstable();
        names.join(" ")
    }
}
