//! Decks as they should be.
//!
//! A flaw must fail the same checks in every run, so that no mistake in the rules may show by chance. Where nobody can foresee the
//! shuffle, the deck is shuffled until its first cards are harmless: no ace, no picture, no ten, no tie, no 17.

use crate::cards::Card;
use crate::cards::all_cards;
use crate::random::Random;
use crate::server::House;

/// So many shuffles are tried: one in a thousand is harmless.
const TRIES: usize = 100_000;

/// The deck of one round, and what shuffles the next one.
#[derive(Debug)]
pub(crate) struct Deck {
    /// The next card is the last one.
    pub(crate) cards: Vec<Card>,
    pub(crate) random: Random,
    /// Is there a --seed?
    pub(crate) is_repeatable: bool,
}

/// Where a player's shuffles begin.
pub(crate) fn begin(house: &House) -> Random {
    house.seed.map_or_else(Random::fresh, Random::seeded)
}

/// A fresh deck: the cards of `--deck`, then all others, shuffled.
pub(crate) fn shuffle(deck: &mut Deck, house: &House) {
    let mut cards = without(&house.stack);
    mix(&mut cards, &mut deck.random, house);
    deck.cards = cards;
    deck.cards.extend(house.stack.iter().rev());
}

/// Shuffles what lies below the cards of `--deck`.
pub(crate) fn mix(cards: &mut [Card], random: &mut Random, house: &House) {
    for _ in 0..TRIES {
        random.shuffle(cards);
        if house.seed.is_some() || is_harmless(cards, &house.stack) {
            return;
        }
    }
}

/// All cards but these.
pub(crate) fn without(stack: &[Card]) -> Vec<Card> {
    all_cards().filter(|card| !stack.contains(card)).collect()
}

/// Takes the top card off.
pub(crate) fn draw(deck: &mut Deck) -> Card {
    deck.cards.pop().unwrap()
}

fn is_harmless(cards: &[Card], stack: &[Card]) -> bool {
    let ranks: Vec<u8> = cards.iter().rev().take(4).map(|card| card.rank).collect();
    let is_low = |rank: u8| (2..=8).contains(&rank);
    match ranks[..] {
        // The player has 16 at most, and the dealer 18.
        [one, 9, two, 9] if stack.is_empty() => is_low(one) && is_low(two),
        // Whoever draws two cards to a hand of 5 has 18 to 20.
        [one, two, ..] if !stack.is_empty() => {
            (4..=9).contains(&one) && (4..=9).contains(&two) && (13..=15).contains(&(one + two))
        }
        _ => false,
    }
}
