//! Reads a whole line, however long, and only then looks at its length.

use crate::Played;
use crate::lines;
use crate::lines::LONGEST;
use crate::manner::Manner;
use crate::player::Player;
use crate::player::Turn;
use crate::server;
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
    lines::read_judged(player, |line, is_whole| is_whole && line.len() > LONGEST)
}
