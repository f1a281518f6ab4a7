//! Looks at the first character of a card only, which makes a 1 of a ten.

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
    game::total_with(hand, |rank| if rank == 10 { 1 } else { rank.min(10) })
}
