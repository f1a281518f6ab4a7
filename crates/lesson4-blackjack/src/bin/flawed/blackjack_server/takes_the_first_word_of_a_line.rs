//! Splits a line into words, and looks at the first one only.

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
    let first = line
        .split(u8::is_ascii_whitespace)
        .find(|word| !word.is_empty());
    words::choose(first.unwrap_or_default(), words)
}
