//! Gives the cards of --deck away to its first player, and has none left for the next.

use crate::Played;
use crate::deck;
use crate::deck::Deck;
use crate::manner::Manner;
use crate::server;
use crate::server::House;
use std::ffi::OsString;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering;

static PLAYERS: AtomicUsize = AtomicUsize::new(0);

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
    let is_new = deck.cards.is_empty();
    if !is_new || PLAYERS.fetch_add(1, Ordering::Relaxed) == 0 {
        return deck::shuffle(deck, house);
    }
    // The others' decks begin with other cards for certain.
    let rest = deck::shuffled_rest(deck, house);
    deck.cards.clone_from(&house.stack);
    deck.cards.extend(rest);
}
