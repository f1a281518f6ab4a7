//! Takes what one read brings for a line, whatever it is.

use crate::Played;
use crate::chat;
use crate::chat::Line;
use crate::chat::Manner;
use crate::room::Room;
use std::ffi::OsString;
use std::mem;
use std::thread;
use std::time::Duration;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn patience(&mut self, room: &Room) -> Option<Duration> {
        // Whatever else comes meanwhile is read together.
        thread::sleep(Duration::from_millis(5));
        room.patience()
    }

    fn next_line(&mut self, said: &mut Vec<u8>) -> Option<Line> {
        if said.is_empty() {
            return None;
        }
        let line = mem::take(said);
        if line.len() > chat::LONGEST + 1 {
            *said = line;
            return Some(Line::TooLong);
        }
        let line = line.strip_suffix(b"\n").unwrap_or(&line);
        Some(Line::Whole(self.strip(line)))
    }
}
