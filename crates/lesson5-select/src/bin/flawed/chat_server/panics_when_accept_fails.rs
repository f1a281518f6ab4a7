//! Unwraps what accept answers.

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
    fn cannot_accept(&mut self, _room: &mut Room, error: &io::Error) {
        panic!("called `Result::unwrap()` on an `Err` value: {error:?}");
    }
}
