//! Starts its generator with the seed before each shuffle, so that with --seed all rounds are equal.

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
    deck.random = deck::begin(house);
    deck::shuffle(deck, house);
}
