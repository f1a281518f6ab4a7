//! Takes `sta` for `stand`: asks whether the word begins with the answer.

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
    words::choose_where(words, |word| word.as_bytes().starts_with(&answer))
}
