//! Keeps the deck of the round in one place for all players: what one of them draws is missing for another.

use crate::Played;
use crate::cards::Card;
use crate::deck;
use crate::deck::Deck;
use crate::game;
use crate::manner::Manner;
use crate::player::Player;
use crate::server;
use std::ffi::OsString;
use std::sync::Mutex;

static DECK: Mutex<Vec<Card>> = Mutex::new(Vec::new());

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            deal,
            draw,
            ..Manner::RIGHT
        },
    )
}

fn deal(player: &mut Player<'_>) {
    if player.deck.is_repeatable {
        // Whether one player draws before another one is dealt to would be a race there.
        return game::deal(player);
    }
    let mut shared = DECK.lock().unwrap();
    shared.clone_from(&player.deck.cards);
    let cards = [(); 4].map(|()| shared.pop().unwrap());
    player.hand = vec![cards[0], cards[2]];
    player.dealer = vec![cards[1], cards[3]];
}

fn draw(deck: &mut Deck) -> Card {
    if deck.is_repeatable {
        return deck::draw(deck);
    }
    let card = DECK.lock().unwrap().pop();
    // So many players may draw that the shared deck runs out.
    card.unwrap_or_else(|| deck::draw(deck))
}
