//! Shuffles one deck when it starts, and plays every round of every player with a copy of it.

use crate::Played;
use crate::cards::Card;
use crate::deck;
use crate::deck::Deck;
use crate::manner::Manner;
use crate::server;
use crate::server::House;
use std::ffi::OsString;
use std::sync::OnceLock;

static DECK: OnceLock<Vec<Card>> = OnceLock::new();

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
    let cards = DECK.get_or_init(|| {
        deck::shuffle(deck, house);
        deck.cards.clone()
    });
    deck.cards.clone_from(cards);
}
