//! The rules of the game. Nothing here knows of sockets, so that each can be tried without the other.

use crate::cards::Card;
use crate::cards::Deck;
use std::fmt;

/// More than this is too much.
pub const LIMIT: u8 = 21;

/// How a round ends, as the player is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    PlayerBusts,
    DealerBusts,
    PlayerWins,
    DealerWins,
    Push,
}

/// The first two cards of each: the player's hand, and the dealer's.
pub fn deal(deck: &mut Deck) -> (Vec<Card>, Vec<Card>) {
    // TODO: one card to the player, one to the dealer, and the same again.
    todo!("deal two cards each from {deck:p}")
}

/// The best total of a hand: an ace counts 11, unless that would go over 21; then 1.
pub fn total(hand: &[Card]) -> u8 {
    // TODO: add the cards up. An ace counts 1 or 11: which of them, and when does it matter how many aces there are?
    todo!("add up {hand:?}")
}

/// The dealer has no choice: below 17 there is one card more, and from 17 on none, however the aces count.
pub fn dealer_plays(hand: &mut Vec<Card>, deck: &mut Deck) {
    // TODO: `Deck::deal` gives the next card.
    todo!("add cards from {deck:p} to {hand:?}")
}

/// Who has won, once both have their cards.
pub fn outcome(player: &[Card], dealer: &[Card]) -> Outcome {
    // TODO: five cases, and the order in which you look at them matters.
    todo!("compare {player:?} with {dealer:?}")
}

/// A hand in a line, with its total: `player: KD 5C (15)`.
pub fn show(who: &str, hand: &[Card]) -> String {
    let cards: Vec<String> = hand.iter().map(Card::to_string).collect();
    format!("{who}: {} ({})\n", cards.join(" "), total(hand))
}

impl fmt::Display for Outcome {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Outcome::PlayerBusts => "bust, dealer wins",
            Outcome::DealerBusts => "dealer busts, you win",
            Outcome::PlayerWins => "you win",
            Outcome::DealerWins => "dealer wins",
            Outcome::Push => "push",
        };
        write!(formatter, "{words}")
    }
}
