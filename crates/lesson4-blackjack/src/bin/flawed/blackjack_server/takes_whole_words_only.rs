//! Does not know that a word may be its first letter alone.

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
    words::choose_where(words, |word| answer == word.as_bytes())
}
