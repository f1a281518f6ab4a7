//! Starts its generator with the time in seconds before each shuffle, and plays faster than that.

use crate::Played;
use crate::deck;
use crate::deck::Deck;
use crate::manner::Manner;
use crate::random::Random;
use crate::server;
use crate::server::House;
use std::ffi::OsString;
use std::time::SystemTime;
use std::time::UNIX_EPOCH;

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
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
        deck.random = Random::seeded(now.as_secs());
    }
    deck::shuffle_once(deck, house);
}
