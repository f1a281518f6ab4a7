//! Lets the dealer stand where the total with every ace as 11 is 17 or more, over 21 too.

use crate::Played;
use crate::game;
use crate::manner::Manner;
use crate::player::Player;
use crate::server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            dealer_draws,
            ..Manner::RIGHT
        },
    )
}

fn dealer_draws(player: &Player<'_>) -> bool {
    game::high_total(&player.dealer) < 17
}
