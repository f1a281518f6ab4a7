//! Waits for another line after an empty one, without a word.

use crate::Played;
use crate::lines;
use crate::manner::Manner;
use crate::player::Player;
use crate::player::Turn;
use crate::server;
use crate::words;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            read_line,
            ..Manner::RIGHT
        },
    )
}

fn read_line(player: &mut Player<'_>) -> Turn<Vec<u8>> {
    loop {
        let line = lines::read_line(player)?;
        if !words::trimmed(&line).is_empty() {
            return Ok(line);
        }
    }
}
