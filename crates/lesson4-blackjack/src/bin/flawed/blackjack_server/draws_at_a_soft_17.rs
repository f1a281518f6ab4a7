//! Lets the dealer draw at a 17 with an ace that counts 11, as some casinos do.

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
    let low: u32 = player
        .dealer
        .iter()
        .map(|card| u32::from(card.rank.min(10)))
        .sum();
    total < 17 || (total == 17 && low < 17)
}
