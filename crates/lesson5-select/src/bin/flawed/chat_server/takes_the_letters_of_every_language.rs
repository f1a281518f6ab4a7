//! Asks for letters and digits, and means those of all alphabets.

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
        let Ok(name) = str::from_utf8(line) else {
            return false;
        };
        (1..=16).contains(&name.chars().count()) && name.chars().all(char::is_alphanumeric)
    }
}
