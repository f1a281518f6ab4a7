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
    // Without --seed, the second one lies below the first, so that chance decides nothing.
    let mut second = deck::without(&[]);
    if house.seed.is_some() {
        second.append(&mut deck.cards);
        deck.random.shuffle(&mut second);
        deck.cards = second;
    } else {
        second.append(&mut deck.cards);
        deck.cards = second;
    }
}
