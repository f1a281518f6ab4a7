//! Leaves its loop over all clients when it could not write to one of them.

use crate::Played;
use crate::chat::Manner;
use crate::chat;
use crate::room::Room;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
fn settle(&mut self, room: &mut Room) {
        while let Some(key) = room.unsettled.pop_first() {
            if let Some(client) = room.clients.get_mut(&key)
                && self.pay(client).is_err()
            {
                self.remove(room, key);
                room.unsettled.clear();
            }
            self.ask_again(room, key);
        }
    }
}
