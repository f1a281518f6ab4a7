//! Does not ask the poller for the moment when there is room, but tries again and again while anything is owed.

use crate::Played;
use crate::chat::Manner;
use crate::chat;
use crate::room::Room;
use std::ffi::OsString;
use std::time::Duration;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
fn patience(&mut self, room: &Room) -> Option<Duration> {
        let is_owing = room.clients.values().any(|client| !client.owed.is_empty());
        if is_owing { Some(Duration::ZERO) } else { room.patience() }
    }
}
