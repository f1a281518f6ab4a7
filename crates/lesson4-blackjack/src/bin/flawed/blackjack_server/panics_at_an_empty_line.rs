//! Takes the first byte of a line that has none.

use crate::Played;
use crate::manner::Manner;
use crate::player::Choice;
use crate::player::Turn;
use crate::server;
use crate::words;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            choose,
            ..Manner::RIGHT
        },
    )
}

fn choose(line: &[u8], words: [&str; 2]) -> Turn<Option<Choice>> {
    let answer = words::trimmed(line);
    match answer[0].to_ascii_lowercase() {
        b'h' | b's' | b'y' | b'n' | b'q' => words::choose(answer, words),
        _ => Ok(None),
    }
}
