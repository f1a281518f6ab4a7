//! What the blackjack server plays with: the cards, the rules of the game, and how a conversation can go.

pub mod cards;
pub mod game;

use std::io;

/// The longest line that a player may send, in bytes, its newline not counted.
pub const LONGEST: usize = 256;

/// What a player has chosen from the two words of a prompt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    First,
    Second,
}

/// Why a conversation is over.
#[derive(Debug)]
pub enum End {
    /// The player has had enough.
    Quit,
    /// End of file: nobody is there any more.
    Left,
    /// A line has more than [`LONGEST`] bytes.
    TooLong,
    /// No whole line came in time.
    TimedOut,
    /// Reading or writing failed: a reset, mostly.
    Lost(io::Error),
}

/// Lets `?` end a conversation where the connection fails.
impl From<io::Error> for End {
    fn from(error: io::Error) -> End {
        End::Lost(error)
    }
}
