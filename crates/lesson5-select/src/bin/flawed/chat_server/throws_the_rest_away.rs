//! Takes the first line of what one read brings, and throws away what comes behind it.

use crate::Played;
use crate::chat;
use crate::chat::Line;
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
            if let Line::Whole(_) = line {
                client.said.clear();
            }
            self.take(room, key, line);
        }
    }
}
