//! Decks as they should be.
//!
//! A flaw must fail the same checks in every run, so that no mistake in the rules may show by chance. That is why the first cards of a
//! deck are harmless: no ace, no picture, no ten, no tie, no 17, nothing for the dealer to draw, and none of the two over 21 after
//! one card more. Only one check plays more than a dozen rounds, and it says with --seed which ones: those after are left to chance.

use crate::cards;
use crate::cards::Card;
use crate::cards::all_cards;
use crate::random::Random;
use crate::server::House;
use std::collections::BTreeSet;
use std::sync::Mutex;

/// So many rounds of a player are harmless.
const HARMLESS: usize = 12;

/// The first cards that have been dealt. Where nobody can foresee them, the same must not come again by chance.
static DEALT: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// The deck of one round, and what shuffles the next one.
#[derive(Debug)]
pub(crate) struct Deck {
    /// The next card is the last one.
    pub(crate) cards: Vec<Card>,
    pub(crate) random: Random,
    /// Is there a --seed?
    pub(crate) is_repeatable: bool,
    /// How many shuffles there have been.
    shuffles: usize,
}

impl Deck {
    /// No card yet.
    pub(crate) fn new(random: Random, house: &House) -> Deck {
        Deck {
            cards: Vec::new(),
            random,
            is_repeatable: house.seed.is_some(),
            shuffles: 0,
        }
    }

    /// Is this a deck whose first cards are left to chance?
    pub(crate) fn is_left_to_chance(&self) -> bool {
        self.is_repeatable && self.shuffles > HARMLESS
    }
}

/// Where a player's shuffles begin.
pub(crate) fn begin(house: &House) -> Random {
    house.seed.map_or_else(Random::fresh, Random::seeded)
}

/// A fresh deck: the cards of `--deck`, then all others, shuffled.
pub(crate) fn shuffle(deck: &mut Deck, house: &House) {
    // There are thousands of beginnings: the bound is never reached.
    for _ in 0..1000 {
        shuffle_once(deck, house);
        let first = || cards::join(&deck.cards[deck.cards.len() - 4..]);
        let may_repeat = deck.is_repeatable || !house.stack.is_empty();
        if may_repeat || DEALT.lock().unwrap().insert(first()) {
            return;
        }
    }
}

/// The same, whatever has been dealt before.
pub(crate) fn shuffle_once(deck: &mut Deck, house: &House) {
    deck.cards = shuffled_rest(deck, house);
    deck.cards.extend(house.stack.iter().rev());
}

/// What lies below the cards of `--deck`.
pub(crate) fn shuffled_rest(deck: &mut Deck, house: &House) -> Vec<Card> {
    let mut cards = without(&house.stack);
    deck.shuffles += 1;
    deck.random.shuffle(&mut cards);
    if !deck.is_left_to_chance() {
        let harmless = if house.stack.is_empty() {
            first_cards(&mut cards)
        } else {
            next_cards(&mut cards)
        };
        cards.extend(harmless.into_iter().flatten().rev());
    }
    cards
}

/// All cards but these.
pub(crate) fn without(stack: &[Card]) -> Vec<Card> {
    all_cards().filter(|card| !stack.contains(card)).collect()
}

/// Takes the top card off.
pub(crate) fn draw(deck: &mut Deck) -> Card {
    deck.cards.pop().unwrap()
}

/// The player has 11 to 15, and 19 or 20 with one card more; the dealer has 18.
fn first_cards(cards: &mut Vec<Card>) -> Option<Vec<Card>> {
    let one = take(cards, |rank| (4..=8).contains(&rank))?;
    let shown = take(cards, |rank| rank == 9)?;
    let two = take(cards, |rank| {
        (2..=8).contains(&rank) && (11..=15).contains(&(one.rank + rank))
    })?;
    let hidden = take(cards, |rank| rank == 9)?;
    let hand = one.rank + two.rank;
    let three = take(cards, |rank| {
        rank < 10 && (19..=20).contains(&(hand + rank))
    })?;
    Some(vec![one, shown, two, hidden, three])
}

/// Whoever draws two cards to a hand of 5 has 18 to 20, and whoever draws one to 17 is over 21.
fn next_cards(cards: &mut Vec<Card>) -> Option<Vec<Card>> {
    let one = take(cards, |rank| (5..=9).contains(&rank))?;
    let two = take(cards, |rank| {
        (4..=9).contains(&rank) && (13..=15).contains(&(one.rank + rank))
    })?;
    Some(vec![one, two])
}

/// Takes the first card of such a rank.
fn take(cards: &mut Vec<Card>, fits: impl Fn(u8) -> bool) -> Option<Card> {
    let place = cards.iter().position(|card| fits(card.rank))?;
    Some(cards.remove(place))
}
