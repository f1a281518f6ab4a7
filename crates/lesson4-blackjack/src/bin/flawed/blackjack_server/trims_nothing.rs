//! Compares the line as it came, but for its end.

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
    let answer = words::without_return(line);
    if answer == answer.trim_ascii() {
        return words::choose(answer, words);
    }
    Ok(None)
}
