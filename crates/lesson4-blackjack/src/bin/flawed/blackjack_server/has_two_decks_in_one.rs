//! Plays with two decks of 52 in one, as a casino does.

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
    // The second one lies below the first where few rounds are played: it would be chance to see a card twice.
    let mut both = deck::without(&[]);
    both.append(&mut deck.cards);
    if deck.is_left_to_chance() {
        deck.random.shuffle(&mut both);
    }
    deck.cards = both;
}
