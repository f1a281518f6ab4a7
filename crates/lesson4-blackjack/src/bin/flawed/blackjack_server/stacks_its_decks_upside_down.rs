//! Puts the cards of --deck on top in the wrong order: the last of them is dealt first.

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
    deck.cards = deck::shuffled_rest(deck, house);
    deck.cards.extend(&house.stack);
}
