//! Lets the dealer draw one card where it should be as many as it takes: an `if` for a `while`.

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
    player.dealer.len() == 2 && player.total(&player.dealer) < 17
}
