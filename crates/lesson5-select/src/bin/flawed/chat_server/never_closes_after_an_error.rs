//! Says what was wrong, and leaves the connection as it is.

use crate::Played;
use crate::chat;
use crate::chat::Manner;
use crate::room::Client;
use crate::room::Room;
use std::ffi::OsString;
use std::io;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn see_off(&mut self, room: &mut Room, key: u64) {
        if let Some(client) = room.clients.get_mut(&key) {
            client.is_leaving = true;
        }
    }

    fn pay(&mut self, client: &mut Client) -> io::Result<()> {
        self.write(client)?;
        if client.owed.len() > chat::MOST_OWED {
            return Err(io::Error::other("it does not listen"));
        }
        Ok(())
    }
}
