//! Says that the player is over 21, and does not show the dealer's two cards.

use crate::Played;
use crate::game;
use crate::manner::Manner;
use crate::player::Player;
use crate::player::Turn;
use crate::server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            round,
            ..Manner::RIGHT
        },
    )
}

fn round(player: &mut Player<'_>) -> Turn {
    (player.manner.deal)(player);
    player.say_first_card()?;
    player.say_hand()?;
    (player.manner.moves)(player)?;
    if player.is_bust() {
        return player.say_outcome();
    }
    game::finish(player)
}
