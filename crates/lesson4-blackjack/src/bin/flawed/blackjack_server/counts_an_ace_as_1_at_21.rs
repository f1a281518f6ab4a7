//! Counts an ace as 11 only where the total stays below 21.

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
    let low: u32 = hand.iter().map(|card| u32::from(card.rank.min(10))).sum();
    let has_ace = hand.iter().any(|card| card.rank == 1);
    if has_ace && low + 10 < 21 {
        low + 10
    } else {
        low
    }
}
