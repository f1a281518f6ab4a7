//! Shows the dealer's hand anew after each card that the dealer draws.

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
    while !player.is_bust() && (player.manner.dealer_draws)(player) {
        player.say_dealer()?;
        let card = player.draw();
        player.dealer.push(card);
    }
    player.say_dealer()?;
    player.say_outcome()
}
