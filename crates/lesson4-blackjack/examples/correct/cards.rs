//! Cards as numbers from 0 to 51, and decks made of them.

/// `4 * rank + suit`, the ace first.
pub(crate) type Card = u8;

const RANKS: [&str; 13] = [
    "A", "2", "3", "4", "5", "6", "7", "8", "9", "10", "J", "Q", "K",
];
const SUITS: [&str; 4] = ["S", "H", "D", "C"];

pub(crate) fn name(card: Card) -> String {
    let card = usize::from(card);
    format!("{}{}", RANKS[card / 4], SUITS[card % 4])
}

/// What is written in `--deck`: different cards, with blanks between.
pub(crate) fn parse(text: &str) -> Option<Vec<Card>> {
    let mut cards = Vec::new();
    for word in text.split_whitespace() {
        let word = word.to_ascii_uppercase();
        let card = (0..52).find(|card| name(*card) == word)?;
        if cards.contains(&card) {
            return None;
        }
        cards.push(card);
    }
    Some(cards)
}

/// A small generator (xorshift*) that begins with the seed, or with something that nobody knows.
#[derive(Debug)]
pub(crate) struct Shuffler(u64);

impl Shuffler {
    pub(crate) fn new(seed: Option<u64>) -> Shuffler {
        use std::hash::BuildHasher;
        let seed = seed.unwrap_or_else(|| std::hash::RandomState::new().hash_one(0));
        // Never zero, from which this generator would not get away; and seeds that differ in little begin far apart.
        Shuffler((seed ^ 0x9e37_79b9_7f4a_7c15).wrapping_mul(0xd134_2543_de82_ef95) | 1)
    }

    /// A deck with these cards on top. Its top is the last one.
    pub(crate) fn deck(&mut self, stack: &[Card]) -> Vec<Card> {
        let mut deck: Vec<Card> = (0..52).filter(|card| !stack.contains(card)).collect();
        for place in (1..deck.len()).rev() {
            let other = (self.next() % (place as u64 + 1)) as usize;
            deck.swap(place, other);
        }
        deck.extend(stack.iter().rev());
        deck
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 16
    }
}
