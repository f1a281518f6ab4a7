//! Looks again and again whether it is time to close the connection of one who is shown out, and does not stop with it.

use crate::Played;
use crate::chat;
use crate::chat::Manner;
use crate::room::Room;
use std::ffi::OsString;
use std::time::Duration;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed::default())
}

#[derive(Default)]
struct Flawed {
    is_looking: bool,
}
impl Manner for Flawed {
    fn patience(&mut self, room: &Room) -> Option<Duration> {
        self.is_looking |= !room.leaving.is_empty();
        if self.is_looking {
            Some(Duration::ZERO)
        } else {
            room.patience()
        }
    }
}
