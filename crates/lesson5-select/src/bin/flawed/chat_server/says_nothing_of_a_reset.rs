//! Closes a connection that has failed, and tells nobody.

use crate::Played;
use crate::chat::Manner;
use crate::chat;
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
}
