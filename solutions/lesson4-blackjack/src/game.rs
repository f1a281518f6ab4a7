//! The rules of the game. Nothing here knows of sockets, so that each can be tried without the other.

use crate::cards::Card;
use crate::cards::Deck;
use crate::cards::Rank;
use std::fmt;

/// More than this is too much.
pub const LIMIT: u8 = 21;
/// The dealer takes cards until there is at least so much.
const DEALER_STANDS: u8 = 17;

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
    // Dealt one at a time, and in turn: who takes two cards at once plays with another deck than everybody expects.
    let (mut player, mut dealer) = (vec![deck.deal()], vec![deck.deal()]);
    player.push(deck.deal());
    dealer.push(deck.deal());
    (player, dealer)
}

/// The best total of a hand: an ace counts 11, unless that would go over 21; then 1.
pub fn total(hand: &[Card]) -> u8 {
    let low: u8 = hand.iter().map(|card| low_value(card.rank)).sum();
    let has_ace = hand.iter().any(|card| card.rank == Rank::Ace);
    // Two aces of 11 are 22 already, so at most one of them ever counts 11, and it does not matter which.
    if has_ace && low + 10 <= LIMIT {
        low + 10
    } else {
        low
    }
}

/// The dealer has no choice: below 17 there is one card more, and from 17 on none, however the aces count.
pub fn dealer_plays(hand: &mut Vec<Card>, deck: &mut Deck) {
    while total(hand) < DEALER_STANDS {
        hand.push(deck.deal());
    }
}

/// Who has won, once both have their cards.
pub fn outcome(player: &[Card], dealer: &[Card]) -> Outcome {
    let (player, dealer) = (total(player), total(dealer));
    // The player busts first: then it does not matter any more what the dealer has.
    if player > LIMIT {
        Outcome::PlayerBusts
    } else if dealer > LIMIT {
        Outcome::DealerBusts
    } else if player > dealer {
        Outcome::PlayerWins
    } else if player < dealer {
        Outcome::DealerWins
    } else {
        Outcome::Push
    }
}

/// A hand in a line, with its total: `player: KD 5C (15)`.
pub fn show(who: &str, hand: &[Card]) -> String {
    let cards: Vec<String> = hand.iter().map(Card::to_string).collect();
    format!("{who}: {} ({})\n", cards.join(" "), total(hand))
}

/// What a card counts at least.
fn low_value(rank: Rank) -> u8 {
    match rank {
        Rank::Ace => 1,
        Rank::Number(number) => number,
        Rank::Jack | Rank::Queen | Rank::King => 10,
    }
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
