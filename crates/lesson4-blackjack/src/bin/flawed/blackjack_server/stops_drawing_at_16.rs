//! Lets the dealer stand on 16.

use crate::Played;
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
    player.total(&player.dealer) < 16
}
