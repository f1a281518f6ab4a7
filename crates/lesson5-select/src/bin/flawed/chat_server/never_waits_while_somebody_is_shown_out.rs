//! Looks again and again whether it is time to close the connection of one who is shown out.

use crate::Played;
use crate::chat::Manner;
use crate::chat;
use crate::room::Room;
use std::ffi::OsString;
use std::time::Duration;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
fn patience(&mut self, room: &Room) -> Option<Duration> {
        if room.leaving.is_empty() { room.patience() } else { Some(Duration::ZERO) }
    }
}
