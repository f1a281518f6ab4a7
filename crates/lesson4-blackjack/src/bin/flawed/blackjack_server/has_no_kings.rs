//! Makes its decks of the ranks 1 to 12: a range ends before its end.

use crate::Played;
use crate::deck;
use crate::deck::Deck;
use crate::manner::Manner;
use crate::server;
use crate::server::House;
use std::ffi::OsString;

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
    deck::shuffle(deck, house);
    deck.cards
        .retain(|card| card.rank < 13 || house.stack.contains(card));
}
