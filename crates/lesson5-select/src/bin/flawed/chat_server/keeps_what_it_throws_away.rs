//! Listens no more to one who is shown out, but keeps what it still says, for ten seconds.

use crate::Played;
use crate::chat;
use crate::chat::Manner;
use crate::owed;
use crate::poller::Event;
use crate::room::Room;
use std::ffi::OsString;
use std::io::Read;
use std::time::Duration;
use std::time::Instant;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn see_off(&mut self, room: &mut Room, key: u64) {
        if let Some(client) = room.clients.get_mut(&key) {
            client.is_leaving = true;
            let until = Instant::now() + Duration::from_secs(10);
            room.leaving.push_back((until, key));
        }
    }

    fn serve(&mut self, room: &mut Room, event: Event) {
        let Some(client) = room.clients.get_mut(&event.key) else {
            return;
        };
        room.unsettled.insert(event.key);
        let mut chunk = [0; 16 * 1024];
        match (&client.socket).read(&mut chunk) {
            Ok(0) => self.end_of_file(room, event.key),
            Ok(count) if client.is_leaving => client.said.extend(&chunk[..count]),
            Ok(count) => self.hear(room, event.key, &chunk[..count]),
            Err(error) if owed::is_later(&error) => {}
            Err(error) => self.lose(room, event.key, &error),
        }
    }
}
