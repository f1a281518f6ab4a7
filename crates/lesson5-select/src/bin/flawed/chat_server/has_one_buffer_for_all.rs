//! Puts what everybody says into one buffer, until a newline comes.

use crate::Played;
use crate::chat;
use crate::chat::Line;
use crate::chat::Manner;
use crate::room::Room;
use std::ffi::OsString;
use std::mem;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed::default())
}

#[derive(Default)]
struct Flawed {
    said: Vec<u8>,
}
impl Manner for Flawed {
    fn hear(&mut self, room: &mut Room, key: u64, bytes: &[u8]) {
        if room
            .clients
            .get(&key)
            .is_some_and(|client| client.is_leaving)
        {
            return;
        }
        let mut said = mem::take(&mut self.said);
        said.extend_from_slice(bytes);
        while let Some(client) = room.clients.get(&key)
            && !client.is_leaving
            && let Some(line) = self.next_line(&mut said)
        {
            if let Line::TooLong = line {
                said.clear();
            }
            self.take(room, key, line);
        }
        self.said = said;
    }
}
