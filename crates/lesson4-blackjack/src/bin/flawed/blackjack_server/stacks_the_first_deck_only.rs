//! Puts the cards of --deck on top of each player's first deck, and of no other.

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
    if deck.cards.is_empty() {
        return deck::shuffle(deck, house);
    }
    // The other decks begin with other cards for certain.
    deck.cards = house.stack.clone();
    let mut rest = deck::without(&house.stack);
    deck::mix(&mut rest, &mut deck.random, house);
    deck.cards.extend(rest);
}
