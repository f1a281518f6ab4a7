//! Asks its generator for each card that it draws: with --seed, a deck depends on how many were drawn before.

use crate::Played;
use crate::cards::Card;
use crate::deck;
use crate::deck::Deck;
use crate::manner::Manner;
use crate::server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            draw,
            ..Manner::RIGHT
        },
    )
}

fn draw(deck: &mut Deck) -> Card {
    // What lies where is shuffled already; the generator moves on with each card all the same.
    deck.random.below(52);
    deck::draw(deck)
}
