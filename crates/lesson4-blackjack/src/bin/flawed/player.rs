//! One player's conversation, and all that belongs to it.

use crate::cards;
use crate::cards::Card;
use crate::deck::Deck;
use crate::manner::Manner;
use crate::server::House;
use std::io;
use std::io::BufReader;
use std::net::TcpStream;

/// What a player has chosen from the two words of a prompt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Choice {
    First,
    Second,
}

/// Why a conversation is over.
#[derive(Debug)]
pub(crate) enum End {
    Quit,
    /// End of file.
    Left,
    TooLong,
    TimedOut,
    /// The mistake is to end here, without a word.
    Cut,
    Lost(io::Error),
}

/// What part of a conversation comes to.
pub(crate) type Turn<T = ()> = Result<T, End>;

impl From<io::Error> for End {
    fn from(error: io::Error) -> End {
        End::Lost(error)
    }
}

/// One player.
pub(crate) struct Player<'a> {
    pub(crate) stream: &'a TcpStream,
    pub(crate) reader: BufReader<&'a TcpStream>,
    pub(crate) house: &'a House,
    pub(crate) manner: Manner,
    pub(crate) deck: Deck,
    pub(crate) hand: Vec<Card>,
    pub(crate) dealer: Vec<Card>,
    /// How many rounds have begun.
    rounds: usize,
}

impl<'a> Player<'a> {
    pub(crate) fn new(stream: &'a TcpStream, house: &'a House, manner: Manner) -> Player<'a> {
        Player {
            stream,
            reader: BufReader::new(stream),
            house,
            manner,
            deck: Deck::new((manner.random)(house), house),
            hand: Vec::new(),
            dealer: Vec::new(),
            rounds: 0,
        }
    }

    /// Plays until there is a reason to end.
    pub(crate) fn play(&mut self) -> End {
        (self.manner.rounds)(self).err().unwrap_or(End::Quit)
    }

    /// Gets a deck for a new round.
    pub(crate) fn shuffle(&mut self) {
        self.rounds += 1;
        (self.manner.shuffle)(&mut self.deck, self.house);
    }

    /// Is this no longer the first prompt?
    pub(crate) fn has_moved(&self) -> bool {
        self.rounds > 1 || self.hand.len() > 2
    }

    pub(crate) fn draw(&mut self) -> Card {
        (self.manner.draw)(&mut self.deck)
    }

    pub(crate) fn total(&self, hand: &[Card]) -> u32 {
        (self.manner.total)(hand)
    }

    pub(crate) fn is_bust(&self) -> bool {
        self.total(&self.hand) > 21
    }

    pub(crate) fn ask(&mut self, question: &str, words: [&str; 2]) -> Turn<Choice> {
        (self.manner.ask)(self, question, words)
    }

    pub(crate) fn ask_for_a_move(&mut self) -> Turn<Choice> {
        self.ask("hit or stand?", ["hit", "stand"])
    }

    pub(crate) fn read_line(&mut self) -> Turn<Vec<u8>> {
        (self.manner.read_line)(self)
    }

    pub(crate) fn say(&mut self, text: &str) -> Turn {
        (self.manner.say)(self, text)
    }

    /// Shows the dealer's first card.
    pub(crate) fn say_first_card(&mut self) -> Turn {
        self.say(&format!("dealer: {} ??\n", self.dealer[0]))
    }

    /// Shows the player's hand.
    pub(crate) fn say_hand(&mut self) -> Turn {
        self.say(&self.shown("player", &self.hand))
    }

    /// Shows the dealer's hand.
    pub(crate) fn say_dealer(&mut self) -> Turn {
        self.say(&self.shown("dealer", &self.dealer))
    }

    /// Says who has won.
    pub(crate) fn say_outcome(&mut self) -> Turn {
        self.say(&format!("{}\n", (self.manner.outcome)(self)))
    }

    /// Draws for the dealer as long as the rules say so.
    pub(crate) fn draw_for_dealer(&mut self) {
        while (self.manner.dealer_draws)(self) {
            let card = self.draw();
            self.dealer.push(card);
        }
    }

    fn shown(&self, who: &str, hand: &[Card]) -> String {
        format!("{who}: {} ({})\n", cards::join(hand), self.total(hand))
    }
}
