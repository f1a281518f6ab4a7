//! Stands for a player who thinks too long.

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
            moves,
            ..Manner::RIGHT
        },
    )
}

fn moves(player: &mut Player<'_>) -> Turn {
    match game::moves(player) {
        Err(End::TimedOut) => Ok(()),
        moved => moved,
    }
}
