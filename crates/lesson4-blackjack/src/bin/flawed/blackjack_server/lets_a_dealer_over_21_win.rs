//! Compares the totals without a look at whether the dealer's is too much.

use crate::Played;
use crate::game;
use crate::manner::Manner;
use crate::player::Player;
use crate::server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            outcome,
            ..Manner::RIGHT
        },
    )
}

fn outcome(player: &Player<'_>) -> &'static str {
    match game::outcome(player) {
        "dealer busts, you win" => "dealer wins",
        outcome => outcome,
    }
}
