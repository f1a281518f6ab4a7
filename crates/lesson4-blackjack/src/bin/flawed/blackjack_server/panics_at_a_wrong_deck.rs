//! Unwraps what it makes of --deck.

use crate::Played;
use crate::arguments::Words;
use crate::cards;
use crate::server;
use crate::server::House;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let words = Words::new(arguments)?;
    let deck = words.deck.as_deref().unwrap_or_default();
    let stack = cards::parse_stack(deck).unwrap();
    let house = House {
        seed: words.seed()?,
        stack,
        idle_timeout: words.idle_timeout()?,
    };
    server::run_for(words.addr()?, house)
}
