//! Ends the round before it has shown the card that made the player's hand too much.

use crate::Played;
use crate::manner::Manner;
use crate::player::Choice;
use crate::player::Player;
use crate::player::Turn;
use crate::server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            moves,
            ..Manner::RIGHT
        },
    )
}

fn moves(player: &mut Player<'_>) -> Turn {
    while player.ask_for_a_move()? == Choice::First {
        let card = player.draw();
        player.hand.push(card);
        if player.is_bust() {
            return Ok(());
        }
        player.say_hand()?;
    }
    Ok(())
}
