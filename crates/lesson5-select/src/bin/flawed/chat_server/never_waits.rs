//! Tells the poller to wait for no time at all.

use crate::Played;
use crate::chat;
use crate::chat::Manner;
use crate::room::Room;
use std::ffi::OsString;
use std::time::Duration;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn patience(&mut self, _room: &Room) -> Option<Duration> {
        Some(Duration::ZERO)
    }
}
