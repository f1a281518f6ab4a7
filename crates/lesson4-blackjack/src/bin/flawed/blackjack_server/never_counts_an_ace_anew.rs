//! Keeps a running total: what an ace counted when it came, it counts for ever.

use crate::Played;
use crate::cards::Card;
use crate::manner::Manner;
use crate::server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            total,
            ..Manner::RIGHT
        },
    )
}

fn total(hand: &[Card]) -> u32 {
    hand.iter().fold(0, |total, card| match card.rank {
        1 if total + 11 <= 21 => total + 11,
        rank => total + u32::from(rank.min(10)),
    })
}
