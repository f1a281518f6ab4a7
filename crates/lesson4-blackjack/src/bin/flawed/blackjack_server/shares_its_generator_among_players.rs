//! Has one generator for all players, so that with --seed a deck depends on what others have played before.

use crate::Played;
use crate::deck;
use crate::deck::Deck;
use crate::manner::Manner;
use crate::random::Random;
use crate::server;
use crate::server::House;
use std::ffi::OsString;
use std::sync::Mutex;

static SHARED: Mutex<Option<Random>> = Mutex::new(None);

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
    let mut shared = SHARED.lock().unwrap();
    deck.random = shared.take().unwrap_or_else(|| deck::begin(house));
    deck::shuffle(deck, house);
    *shared = Some(deck.random.clone());
}
