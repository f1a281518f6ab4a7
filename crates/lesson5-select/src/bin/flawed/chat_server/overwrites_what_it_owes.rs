//! Puts what is said in the place of what is still owed.

use crate::Played;
use crate::chat;
use crate::chat::Manner;
use crate::room::Room;
use std::ffi::OsString;
use std::thread;
use std::time::Duration;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn patience(&mut self, room: &Room) -> Option<Duration> {
        // Whatever else comes meanwhile is read together.
        thread::sleep(Duration::from_millis(5));
        room.patience()
    }

    fn tell(&mut self, room: &mut Room, key: u64, bytes: &[u8]) {
        if let Some(client) = room.clients.get_mut(&key) {
            client.owed = bytes.iter().copied().collect();
            room.unsettled.insert(key);
        }
    }
}
