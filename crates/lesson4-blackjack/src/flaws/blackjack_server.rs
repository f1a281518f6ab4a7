//! The flawed blackjack servers, and the checks that catch each of them.

pub(crate) mod dealer;
pub(crate) mod decks;
pub(crate) mod ends;
pub(crate) mod farewells;
pub(crate) mod hands;
pub(crate) mod lines;
pub(crate) mod players;
pub(crate) mod prompts;
pub(crate) mod rounds;
pub(crate) mod start;
pub(crate) mod time;
pub(crate) mod totals;
pub(crate) mod words;

use grader::Cause;

/// Every check of the first stage fails in the same way, and all others are blocked.
const fn first_stage(cause: Cause) -> [(&'static str, Cause); 7] {
    [
        ("deals-two-cards-each", cause),
        ("gives-a-card", cause),
        ("ends-the-round-on-stand", cause),
        ("ends-the-game", cause),
        ("plays-another-round", cause),
        ("serves-the-next-player", cause),
        ("announces-itself-on-one-line", cause),
    ]
}
