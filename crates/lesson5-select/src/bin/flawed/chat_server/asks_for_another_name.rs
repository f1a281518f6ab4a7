//! Says what is wrong with a name, and lets the client try another one.

use crate::Played;
use crate::chat;
use crate::chat::Manner;
use crate::room::Room;
use std::ffi::OsString;
use std::time::Duration;
use std::time::Instant;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn see_off(&mut self, room: &mut Room, key: u64) {
        if let Some(client) = room.clients.get_mut(&key)
            && client.said.len() > chat::LONGEST
        {
            client.is_leaving = true;
            room.leaving
                .push_back((Instant::now() + Duration::from_secs(1), key));
        }
    }
}
