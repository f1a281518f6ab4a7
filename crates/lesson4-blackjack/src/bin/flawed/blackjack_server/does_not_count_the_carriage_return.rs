//! Does not count a carriage return at the end of a line.

use crate::Played;
use crate::lines;
use crate::lines::LONGEST;
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
    lines::read_judged(player, |line, _| {
        words::without_return(line).len() > LONGEST
    })
}
