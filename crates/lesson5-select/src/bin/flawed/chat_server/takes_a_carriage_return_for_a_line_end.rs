//! Ends a line at a carriage return as well, and throws the newline behind it away.

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
        let end = said.iter().position(|byte| b"\r\n".contains(byte));
        if end.unwrap_or(said.len()) > chat::LONGEST {
            return Some(Line::TooLong);
        }
        let mut line: Vec<u8> = said.drain(..=end?).collect();
        if line.pop() == Some(b'\r') && said.first() == Some(&b'\n') {
            said.remove(0);
        }
        Some(Line::Whole(line))
    }
}
