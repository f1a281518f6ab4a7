//! Cards and decks: given, there is nothing to do here.
//!
//! A card is written as rank and suit, `AS`, `10H`, `KD`; lower case is understood, too.

use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use std::fmt;
use std::str::FromStr;

/// What a card is worth, from the ace to the king.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rank {
    Ace,
    /// 2 to 10.
    Number(u8),
    Jack,
    Queen,
    King,
}

/// Clubs, diamonds, hearts, spades: in blackjack they make no difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suit {
    Clubs,
    Diamonds,
    Hearts,
    Spades,
}

/// One of the 52.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Card {
    pub rank: Rank,
    pub suit: Suit,
}

/// The cards that lie on top of every new deck, in this order. May be none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stack(Vec<Card>);

/// A deck of 52 different cards, from which one after the other is dealt.
#[derive(Debug)]
pub struct Deck {
    /// The next card is the last one: taking from the end of a `Vec` moves no other.
    cards: Vec<Card>,
}

impl Deck {
    /// A fresh deck: first the cards of `stack`, then all others, shuffled. The same `random` in the same state gives the same deck.
    pub fn new(stack: &Stack, random: &mut StdRng) -> Deck {
        let mut cards: Vec<Card> = all_cards().filter(|card| !stack.0.contains(card)).collect();
        cards.shuffle(random);
        cards.extend(stack.0.iter().rev());
        Deck { cards }
    }

    /// Takes the top card off. One round never needs all 52.
    pub fn deal(&mut self) -> Card {
        self.cards.pop().expect("a round needs at most 22 cards")
    }
}

fn all_cards() -> impl Iterator<Item = Card> {
    let numbers = (2..=10).map(Rank::Number);
    let ranks = [Rank::Ace, Rank::Jack, Rank::Queen, Rank::King];
    let suits = [Suit::Clubs, Suit::Diamonds, Suit::Hearts, Suit::Spades];
    ranks
        .into_iter()
        .chain(numbers)
        .flat_map(move |rank| suits.map(|suit| Card { rank, suit }))
}

impl fmt::Display for Rank {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Rank::Ace => write!(formatter, "A"),
            Rank::Number(number) => write!(formatter, "{number}"),
            Rank::Jack => write!(formatter, "J"),
            Rank::Queen => write!(formatter, "Q"),
            Rank::King => write!(formatter, "K"),
        }
    }
}

impl fmt::Display for Suit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = match self {
            Suit::Clubs => "C",
            Suit::Diamonds => "D",
            Suit::Hearts => "H",
            Suit::Spades => "S",
        };
        write!(formatter, "{letter}")
    }
}

impl fmt::Display for Card {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}", self.rank, self.suit)
    }
}

impl FromStr for Card {
    type Err = String;

    fn from_str(text: &str) -> Result<Card, String> {
        all_cards()
            .find(|card| card.to_string().eq_ignore_ascii_case(text))
            .ok_or_else(|| format!("{text} is no card: a rank and a suit, like AS, 10H or KD"))
    }
}

impl FromStr for Stack {
    type Err = String;

    fn from_str(text: &str) -> Result<Stack, String> {
        let mut cards = Vec::new();
        for word in text.split_whitespace() {
            let card: Card = word.parse()?;
            if cards.contains(&card) {
                return Err(format!("{card} is there twice"));
            }
            cards.push(card);
        }
        Ok(Stack(cards))
    }
}
