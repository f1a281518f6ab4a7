//! Deals the player two cards at once, and then the dealer.

use crate::Played;
use crate::manner::Manner;
use crate::player::Player;
use crate::server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            deal,
            ..Manner::RIGHT
        },
    )
}

fn deal(player: &mut Player<'_>) {
    player.hand = vec![player.draw(), player.draw()];
    player.dealer = vec![player.draw(), player.draw()];
}
