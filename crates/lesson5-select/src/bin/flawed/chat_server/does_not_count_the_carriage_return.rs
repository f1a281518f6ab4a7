//! Measures a line without its carriage return.

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
        let end = newline.unwrap_or(said.len());
        if self.strip(&said[..end]).len() > chat::LONGEST {
            return Some(Line::TooLong);
        }
        let line: Vec<u8> = said.drain(..=newline?).collect();
        Some(Line::Whole(self.strip(&line[..line.len() - 1])))
    }
}
