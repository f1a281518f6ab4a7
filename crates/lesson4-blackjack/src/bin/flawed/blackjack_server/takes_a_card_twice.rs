//! Takes a deck that has one card twice.

use crate::Played;
use crate::arguments::Words;
use crate::cards::Card;
use crate::manner::Manner;
use crate::server;
use crate::server::House;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let words = Words::new(arguments)?;
    let deck = words.deck.as_deref().unwrap_or_default();
    let cards: Result<Vec<Card>, String> = deck.split_whitespace().map(str::parse).collect();
    let Ok(stack) = cards else {
        return server::run(arguments, Manner::RIGHT);
    };
    let house = House {
        seed: words.seed()?,
        stack,
        idle_timeout: words.idle_timeout()?,
    };
    server::run_for(words.addr()?, house)
}
