//! Knows the two moves, and takes whatever is not `yes` for `no`.

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
    let other = (words[0] == "yes").then_some(Choice::Second);
    Ok(words::choose(line, words)?.or(other))
}
