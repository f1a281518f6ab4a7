//! Starts its generator with the same number before each shuffle, if there is no --seed.

use crate::Played;
use crate::deck;
use crate::deck::Deck;
use crate::manner::Manner;
use crate::random::Random;
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
    if house.seed.is_none() {
        deck.random = Random::seeded(42);
    }
    deck::shuffle_once(deck, house);
}
