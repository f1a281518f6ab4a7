//! Starts each player's generator with the same number, if there is no --seed.

use crate::Played;
use crate::deck;
use crate::manner::Manner;
use crate::random::Random;
use crate::server;
use crate::server::House;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            random,
            shuffle: deck::shuffle_once,
            ..Manner::RIGHT
        },
    )
}

fn random(house: &House) -> Random {
    Random::seeded(house.seed.unwrap_or(42))
}
