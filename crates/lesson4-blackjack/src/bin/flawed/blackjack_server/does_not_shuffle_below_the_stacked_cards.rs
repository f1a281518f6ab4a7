//! Shuffles no deck that has the cards of --deck on top.

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
    if house.stack.is_empty() {
        return deck::shuffle(deck, house);
    }
    deck.cards = deck::without(&house.stack);
    deck.cards.extend(house.stack.iter().rev());
}
