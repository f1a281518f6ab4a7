//! Counts the dealer's aces as 1 to decide whether to draw.

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
    let low: u32 = player
        .dealer
        .iter()
        .map(|card| u32::from(card.rank.min(10)))
        .sum();
    low < 17
}
