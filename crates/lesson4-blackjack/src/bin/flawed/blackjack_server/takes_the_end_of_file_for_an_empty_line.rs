//! Takes a read of 0 bytes for an empty line, and asks again and again.

use crate::Played;
use crate::lines;
use crate::manner::Manner;
use crate::player::End;
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
    match lines::read_line(player) {
        Err(End::Left) => Ok(Vec::new()),
        line => line,
    }
}
