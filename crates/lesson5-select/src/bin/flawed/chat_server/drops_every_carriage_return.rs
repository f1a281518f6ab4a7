//! Drops every carriage return in a line.

use crate::Played;
use crate::chat;
use crate::chat::Manner;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn strip(&mut self, line: &[u8]) -> Vec<u8> {
        line.iter().copied().filter(|byte| *byte != b'\r').collect()
    }
}
