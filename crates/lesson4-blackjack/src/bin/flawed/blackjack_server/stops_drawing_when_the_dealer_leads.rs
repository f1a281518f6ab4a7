//! Lets the dealer stand as soon as the dealer has more than the player.

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
    let total = player.total(&player.dealer);
    total < 17 && total <= player.total(&player.hand)
}
