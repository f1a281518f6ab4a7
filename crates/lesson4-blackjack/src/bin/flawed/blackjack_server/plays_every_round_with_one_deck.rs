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
    // Where nobody knows the cards, it would be chance after how many rounds the deck has run out.
    let is_random = house.seed.is_none() && house.stack.is_empty();
    if deck.cards.is_empty() || is_random {
        deck::shuffle(deck, house);
    }
}
