//! Takes names as programming languages do: an underscore is as good as a letter.

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
        let is_fine = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
        (1..=16).contains(&line.len()) && line.iter().all(is_fine)
    }
}
