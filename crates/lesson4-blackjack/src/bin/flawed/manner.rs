//! How a server plays, in parts, so that a flawed one replaces just the part with its mistake.

use crate::cards::Card;
use crate::deck;
use crate::deck::Deck;
use crate::ending;
use crate::game;
use crate::lines;
use crate::player::Choice;
use crate::player::End;
use crate::player::Player;
use crate::player::Turn;
use crate::random::Random;
use crate::server::House;
use crate::words;
use std::net::TcpStream;

/// How a server plays with one player.
#[derive(Clone, Copy)]
pub(crate) struct Manner {
    /// Where the shuffles begin.
    pub(crate) random: fn(&House) -> Random,
    /// The deck of a new round.
    pub(crate) shuffle: fn(&mut Deck, &House),
    pub(crate) draw: fn(&mut Deck) -> Card,
    /// The first two cards of each.
    pub(crate) deal: fn(&mut Player<'_>),
    pub(crate) total: fn(&[Card]) -> u32,
    pub(crate) dealer_draws: fn(&Player<'_>) -> bool,
    pub(crate) outcome: fn(&Player<'_>) -> &'static str,
    /// All rounds, until the player wants no other one.
    pub(crate) rounds: fn(&mut Player<'_>) -> Turn,
    /// One round, from the deal to its outcome.
    pub(crate) round: fn(&mut Player<'_>) -> Turn,
    /// The player's moves.
    pub(crate) moves: fn(&mut Player<'_>) -> Turn,
    /// Asks until the answer is one of two words.
    pub(crate) ask: fn(&mut Player<'_>, &str, [&str; 2]) -> Turn<Choice>,
    /// Which of two words a line is.
    pub(crate) choose: fn(&[u8], [&str; 2]) -> Turn<Option<Choice>>,
    pub(crate) read_line: fn(&mut Player<'_>) -> Turn<Vec<u8>>,
    pub(crate) say: fn(&mut Player<'_>, &str) -> Turn,
    /// The last words.
    pub(crate) leave: fn(&TcpStream, &End),
}

impl Manner {
    /// As it should be.
    pub(crate) const RIGHT: Manner = Manner {
        random: deck::begin,
        shuffle: deck::shuffle,
        draw: deck::draw,
        deal: game::deal,
        total: game::total,
        dealer_draws: game::dealer_draws,
        outcome: game::outcome,
        rounds: game::rounds,
        round: game::round,
        moves: game::moves,
        ask: words::ask,
        choose: words::choose,
        read_line: lines::read_line,
        say: lines::say,
        leave: ending::leave,
    };
}
