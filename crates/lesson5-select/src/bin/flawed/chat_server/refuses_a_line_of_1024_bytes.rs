//! Counts the newline as a part of the line, or asks for less than 1024 bytes.

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
        let newline = said.iter().position(|byte| *byte == b'\n');
        if newline.unwrap_or(said.len()) >= chat::LONGEST {
            return Some(Line::TooLong);
        }
        let line: Vec<u8> = said.drain(..=newline?).collect();
        Some(Line::Whole(self.strip(&line[..line.len() - 1])))
    }
}
