//! Starts its generator with the same number, whatever stands behind --seed.

use crate::Played;
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
            ..Manner::RIGHT
        },
    )
}

fn random(house: &House) -> Random {
    house
        .seed
        .map_or_else(Random::fresh, |_| Random::seeded(42))
}
