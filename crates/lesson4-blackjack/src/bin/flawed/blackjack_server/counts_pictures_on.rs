//! Counts jack, queen and king as 11, 12 and 13.

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
    game::total_with(hand, |rank| rank)
}
