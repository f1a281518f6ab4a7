//! Takes `hit` for said wherever it stands in the line.

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
    let answer = words::trimmed(line).to_ascii_lowercase();
    let text = String::from_utf8_lossy(&answer).into_owned();
    words::choose_where(words, |word| {
        text.contains(word) || (word != "quit" && answer == word.as_bytes()[..1])
    })
}
