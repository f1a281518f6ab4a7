//! Takes whatever stands on the first line for a name.

use crate::Played;
use crate::chat;
use crate::chat::Manner;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn is_name(&mut self, _line: &[u8]) -> bool {
        true
    }
}
