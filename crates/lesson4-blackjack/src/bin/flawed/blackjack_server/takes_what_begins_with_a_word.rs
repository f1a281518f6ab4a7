//! Takes `standing` for `stand`: asks whether the answer begins with the word.

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
    words::choose_where(words, |word| {
        answer.starts_with(word.as_bytes()) || (word != "quit" && answer == word.as_bytes()[..1])
    })
}
