//! Asks a newcomer for its name.

use crate::Played;
use crate::chat;
use crate::chat::Manner;
use crate::room::Client;
use crate::room::Room;
use socket2::Socket;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn welcome(&mut self, room: &mut Room, socket: Socket) {
        let key = room.next_key;
        room.add(Client::new(socket));
        self.tell(room, key, b"what is your name?\n");
    }
}
