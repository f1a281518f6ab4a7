//! Takes names of less than 16 letters.

use crate::Played;
use crate::chat;
use crate::chat::Manner;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn is_name(&mut self, line: &[u8]) -> bool {
        (1..16).contains(&line.len()) && line.iter().all(u8::is_ascii_alphanumeric)
    }
}
