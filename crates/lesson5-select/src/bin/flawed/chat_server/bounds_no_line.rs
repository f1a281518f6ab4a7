//! Knows no longest line.

use crate::Played;
use crate::chat;
use crate::chat::Line;
use crate::chat::Manner;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn next_line(&mut self, said: &mut Vec<u8>) -> Option<Line> {
        // What was there before the last read has no newline.
        let last = said.len().saturating_sub(16 * 1024);
        if !said[last..].contains(&b'\n') {
            return None;
        }
        let newline = said.iter().position(|byte| *byte == b'\n')?;
        let line: Vec<u8> = said.drain(..=newline).collect();
        Some(Line::Whole(self.strip(&line[..line.len() - 1])))
    }
}
