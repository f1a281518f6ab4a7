//! Takes a line that is too long for an unknown word, and goes on.

use crate::Played;
use crate::lines;
use crate::manner::Manner;
use crate::player::Choice;
use crate::player::End;
use crate::player::Player;
use crate::player::Turn;
use crate::server;
use crate::words;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            choose,
            read_line,
            ..Manner::RIGHT
        },
    )
}

/// A long line, which is no word.
const LONG: &[u8] = b"a long line";

fn read_line(player: &mut Player<'_>) -> Turn<Vec<u8>> {
    match lines::read_line(player) {
        Err(End::TooLong) => Ok(LONG.to_vec()),
        line => line,
    }
}

fn choose(line: &[u8], words: [&str; 2]) -> Turn<Option<Choice>> {
    words::choose(line, words)
}
