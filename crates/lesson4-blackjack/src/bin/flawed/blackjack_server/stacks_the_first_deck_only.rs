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
    let rest = deck::shuffled_rest(deck, house);
    deck.cards.clone_from(&house.stack);
    deck.cards.extend(rest);
}
