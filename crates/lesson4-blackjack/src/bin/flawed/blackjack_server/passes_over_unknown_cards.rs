//! Leaves out what is no card in --deck.

use crate::Played;
use crate::arguments;
use crate::arguments::Words;
use crate::cards;
use crate::cards::Card;
use crate::server;
use crate::server::House;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let words = Words::new(arguments)?;
    let deck = words.deck.as_deref().unwrap_or_default();
    let known: Vec<&str> = deck
        .split_whitespace()
        .filter(|word| word.parse::<Card>().is_ok())
        .collect();
    let house = House {
        seed: words.seed()?,
        stack: cards::parse_stack(&known.join(" ")).map_err(|problem| {
            arguments::wrong_usage(&format!("invalid value '{deck}' for '--deck': {problem}"))
        })?,
        idle_timeout: words.idle_timeout()?,
    };
    server::run_for(words.addr()?, house)
}
