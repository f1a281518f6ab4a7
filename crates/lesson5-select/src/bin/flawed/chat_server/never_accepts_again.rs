//! Looks away from the listening socket when it cannot accept a client, and never looks there again.

use crate::Played;
use crate::chat;
use crate::chat::Manner;
use crate::door;
use crate::poller::Interest;
use crate::room::Room;
use std::ffi::OsString;
use std::io;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn cannot_accept(&mut self, room: &mut Room, error: &io::Error) {
        eprintln!("cannot accept: {error}");
        let listener = &room.door.listener;
        let _ = room.door.poller.modify(listener, door::KEY, Interest::NONE);
    }
}
