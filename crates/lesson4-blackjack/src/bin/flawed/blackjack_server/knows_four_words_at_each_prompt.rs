//! Has one list of words for both prompts: `yes` draws a card, and `stand` ends the game.

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
    if let Some(choice) = words::choose(line, words)? {
        return Ok(Some(choice));
    }
    let other = if words[0] == "hit" {
        ["yes", "no"]
    } else {
        ["hit", "stand"]
    };
    words::choose(line, other)
}
