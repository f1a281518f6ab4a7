//! Lets the dealer draw although the player is over 21.

use crate::Played;
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
    player.draw_for_dealer();
    player.say_dealer()?;
    player.say_outcome()
}
