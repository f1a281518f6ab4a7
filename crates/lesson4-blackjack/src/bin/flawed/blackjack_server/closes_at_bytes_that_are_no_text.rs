//! Reads lines as text, and closes where that fails.

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
    if std::str::from_utf8(line).is_err() {
        return Err(End::Cut);
    }
    words::choose(line, words)
}
