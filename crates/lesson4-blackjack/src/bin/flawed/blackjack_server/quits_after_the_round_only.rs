//! Looks for `quit` at the end of a round, and does not know it where a move is asked for.

use crate::Played;
use crate::manner::Manner;
use crate::player::Choice;
use crate::player::End;
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
    match words::choose(line, words) {
        Err(End::Quit) if words[0] == "hit" => Ok(None),
        choice => choice,
    }
}
