//! Takes `q` for `quit`, which has no short form.

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
    if words::trimmed(line).eq_ignore_ascii_case(b"q") {
        return Err(End::Quit);
    }
    words::choose(line, words)
}
