//! Lets the hand with fewer cards win where the totals are equal.

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
    match (
        game::outcome(player),
        player.hand.len(),
        player.dealer.len(),
    ) {
        ("push", player, dealer) if player < dealer => "you win",
        ("push", player, dealer) if player > dealer => "dealer wins",
        (outcome, ..) => outcome,
    }
}
