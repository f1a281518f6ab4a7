//! Takes the bytes out of a line that are no ASCII letters, and looks at the rest.

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
    let is_text = |byte: &u8| byte.is_ascii() && !byte.is_ascii_control();
    let text: Vec<u8> = line.iter().copied().filter(is_text).collect();
    words::choose(&text, words)
}
