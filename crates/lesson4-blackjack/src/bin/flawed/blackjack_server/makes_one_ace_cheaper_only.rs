//! Counts every ace as 11, and takes 10 off once where that is too much: three aces are 23.

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
    let has_ace = hand.iter().any(|card| card.rank == 1);
    if has_ace && high > 21 {
        high - 10
    } else {
        high
    }
}
