//! Looks for those who do not listen, and stops at the first one: who is cut off beside it, nobody hears of.

use crate::Played;
use crate::chat::Manner;
use crate::chat;
use crate::room::Room;
use std::ffi::OsString;
use std::mem;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
fn settle(&mut self, room: &mut Room) {
        let mut is_told = false;
        for key in mem::take(&mut room.unsettled) {
            if let Some(client) = room.clients.get_mut(&key)
                && self.pay(client).is_err()
            {
                if is_told {
                    room.forget(key);
                } else {
                    self.remove(room, key);
                    is_told = true;
                }
            }
            self.ask_again(room, key);
        }
        // What was said of it is sent to the others as well.
        for key in mem::take(&mut room.unsettled) {
            if let Some(client) = room.clients.get_mut(&key)
                && self.pay(client).is_err()
            {
                room.forget(key);
            }
            self.ask_again(room, key);
        }
    }
}
