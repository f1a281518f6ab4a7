//! Begins the next round at once, without a question.

use crate::Played;
use crate::manner::Manner;
use crate::player::Player;
use crate::player::Turn;
use crate::server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            rounds,
            ..Manner::RIGHT
        },
    )
}

fn rounds(player: &mut Player<'_>) -> Turn {
    loop {
        player.shuffle();
        (player.manner.round)(player)?;
    }
}
