//! Stands for a player who has 21.

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
    while player.total(&player.hand) < 21 && player.ask_for_a_move()? == Choice::First {
        let card = player.draw();
        player.hand.push(card);
        player.say_hand()?;
    }
    Ok(())
}
