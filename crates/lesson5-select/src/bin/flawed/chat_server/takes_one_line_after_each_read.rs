//! Takes one line out of its buffer after each read, and lets the others wait there.

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

    fn hear(&mut self, room: &mut Room, key: u64, bytes: &[u8]) {
        let Some(client) = room
            .clients
            .get_mut(&key)
            .filter(|client| !client.is_leaving)
        else {
            return;
        };
        client.said.extend_from_slice(bytes);
        if let Some(line) = self.next_line(&mut client.said) {
            self.take(room, key, line);
        }
    }
}
