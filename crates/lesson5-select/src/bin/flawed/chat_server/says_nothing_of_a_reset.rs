//! Closes a connection that has failed, and tells nobody.

use crate::Played;
use crate::chat;
use crate::chat::Manner;
use crate::room::Room;
use std::ffi::OsString;
use std::io;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn lose(&mut self, room: &mut Room, key: u64, _error: &io::Error) {
        room.forget(key);
    }

    fn cut_off(&mut self, room: &mut Room, key: u64, error: &io::Error) {
        if error.kind() == io::ErrorKind::Other {
            self.remove(room, key);
        } else {
            self.lose(room, key, error);
        }
    }
}
