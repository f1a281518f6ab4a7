//! Lets the dealer's aces count for ever what they counted when they came, to decide whether to draw.

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
    let total = player.dealer.iter().fold(0, |total, card| match card.rank {
        1 if total + 11 <= 21 => total + 11,
        rank => total + u32::from(rank.min(10)),
    });
    total < 17
}
