//! Lets the dealer stand with the first two cards.

use crate::Played;
use crate::manner::Manner;
use crate::player::Player;
use crate::server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            dealer_draws,
            ..Manner::RIGHT
        },
    )
}

fn dealer_draws(_player: &Player<'_>) -> bool {
    false
}
