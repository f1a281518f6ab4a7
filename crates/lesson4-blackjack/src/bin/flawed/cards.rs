//! Cards as they should be: `AS`, `10H`, `KD`.

use std::fmt;
use std::str::FromStr;

/// One of the 52.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Card {
    /// From 1, the ace, to 13, the king.
    pub(crate) rank: u8,
    pub(crate) suit: char,
}

/// All 52, in the order of a new deck.
pub(crate) fn all_cards() -> impl Iterator<Item = Card> {
    let suits = ['C', 'D', 'H', 'S'];
    suits
        .into_iter()
        .flat_map(|suit| (1..=13).map(move |rank| Card { rank, suit }))
}

/// The cards of `--deck`.
pub(crate) fn parse_stack(text: &str) -> Result<Vec<Card>, String> {
    let mut cards = Vec::new();
    for word in text.split_whitespace() {
        let card: Card = word.parse()?;
        if cards.contains(&card) {
            return Err(format!("{card} is there twice"));
        }
        cards.push(card);
    }
    Ok(cards)
}

/// Cards with one space between them.
pub(crate) fn join(cards: &[Card]) -> String {
    let words: Vec<String> = cards.iter().map(Card::to_string).collect();
    words.join(" ")
}

impl fmt::Display for Card {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.rank {
            1 => write!(formatter, "A{}", self.suit),
            11 => write!(formatter, "J{}", self.suit),
            12 => write!(formatter, "Q{}", self.suit),
            13 => write!(formatter, "K{}", self.suit),
            number => write!(formatter, "{number}{}", self.suit),
        }
    }
}

impl FromStr for Card {
    type Err = String;

    fn from_str(text: &str) -> Result<Card, String> {
        all_cards()
            .find(|card| card.to_string().eq_ignore_ascii_case(text))
            .ok_or_else(|| format!("{text} is no card"))
    }
}
