//! Shuffles one deck for each player, and deals all rounds from it until it has run out.

use crate::Played;
use crate::deck;
use crate::deck::Deck;
use crate::manner::Manner;
use crate::server;
use crate::server::House;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            shuffle,
            ..Manner::RIGHT
        },
    )
}

fn shuffle(deck: &mut Deck, house: &House) {
    // It is to run out where hundreds of rounds are played, and only there: after few of them, it would be chance.
    let is_short = house.stack.is_empty() || deck.cards.len() < 22;
    if is_short && !deck.is_left_to_chance() {
        deck::shuffle(deck, house);
    }
}
