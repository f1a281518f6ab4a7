//! Shows both of the dealer's cards from the beginning.

use crate::Played;
use crate::cards;
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
    let shown = cards::join(&player.dealer);
    player.say(&format!("dealer: {shown}\n"))?;
    player.say_hand()?;
    (player.manner.moves)(player)?;
    game::finish(player)
}
