//! Lets the poller wait for nothing, and tries again and again, while somebody is owed something.

use crate::Played;
use crate::chat;
use crate::chat::Manner;
use crate::room::Room;
use std::ffi::OsString;
use std::time::Duration;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn patience(&mut self, room: &Room) -> Option<Duration> {
        if room.clients.values().all(|client| client.owed.is_empty()) {
            room.patience()
        } else {
            Some(Duration::ZERO)
        }
    }
}
