//! Says `bye` to `quit`, and nothing to `no`.

use crate::Played;
use crate::game;
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
            rounds,
            ..Manner::RIGHT
        },
    )
}

fn rounds(player: &mut Player<'_>) -> Turn {
    match game::rounds(player) {
        Ok(()) => Err(End::Cut),
        end => end,
    }
}
