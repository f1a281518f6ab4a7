//! Drops every carriage return before the newline, not one.

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
        let end = line.iter().rposition(|byte| *byte != b'\r');
        line[..end.map_or(0, |end| end + 1)].to_vec()
    }
}
