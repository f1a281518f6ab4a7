//! Puts the cards of --deck on top, and leaves them in the rest of the deck as well.

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
    // They are the next cards of the rest, so that one of them comes again each time.
    deck.cards.extend(house.stack.iter().rev());
}
