//! Counts all aces as 11, or all of them as 1 where that is too much: two aces are 2.

use crate::Played;
use crate::cards::Card;
use crate::game;
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
    let high = game::high_total(hand);
    if high <= 21 {
        return high;
    }
    hand.iter().map(|card| u32::from(card.rank.min(10))).sum()
}
