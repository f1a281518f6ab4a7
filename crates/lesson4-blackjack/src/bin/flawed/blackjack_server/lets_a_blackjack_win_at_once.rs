//! Ends the round at once where the first two cards are 21, as other rules of the game have it.

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
    if player.total(&player.hand) == 21 {
        player.say_dealer()?;
        return player.say("you win\n");
    }
    (player.manner.moves)(player)?;
    game::finish(player)
}
