//! Takes --seed, and does nothing with it.

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

fn random(_house: &House) -> Random {
    Random::fresh()
}
