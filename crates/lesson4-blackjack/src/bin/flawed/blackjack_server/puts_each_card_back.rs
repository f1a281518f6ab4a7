//! Draws each card from the whole deck: what has been dealt is put back at once.

use crate::Played;
use crate::cards::Card;
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
    let card = deck.cards.pop().unwrap();
    // Only where hundreds of rounds are played does it come again for certain.
    let place = if deck.is_left_to_chance() {
        deck.random.below(deck.cards.len())
    } else {
        0
    };
    deck.cards.insert(place, card);
    card
}
