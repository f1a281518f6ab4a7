//! Takes a seed that is no number for 0.

use crate::Played;
use crate::arguments::Words;
use crate::server;
use crate::server::House;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let words = Words::new(arguments)?;
    let seed = words.seed.as_deref();
    let house = House {
        seed: seed.map(|seed| seed.parse().unwrap_or_default()),
        stack: words.stack()?,
        idle_timeout: words.idle_timeout()?,
    };
    server::run_for(words.addr()?, house)
}
