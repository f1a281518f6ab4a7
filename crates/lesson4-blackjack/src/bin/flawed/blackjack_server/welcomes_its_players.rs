//! Sends a line of welcome before the first round.

use crate::Played;
use crate::game;
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
    player.say("welcome to blackjack!\n")?;
    game::rounds(player)
}
