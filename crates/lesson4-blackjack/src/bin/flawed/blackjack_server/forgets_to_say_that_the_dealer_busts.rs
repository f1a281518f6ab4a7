//! Says no more than that the player wins where the dealer is over 21.

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
        "dealer busts, you win" => "you win",
        outcome => outcome,
    }
}
