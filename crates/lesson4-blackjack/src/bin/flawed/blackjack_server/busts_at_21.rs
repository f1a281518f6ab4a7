//! Takes 21 for too much.

use crate::Played;
use crate::game;
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
            outcome,
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

fn outcome(player: &Player<'_>) -> &'static str {
    if player.total(&player.hand) >= 21 {
        return "bust, dealer wins";
    }
    game::outcome(player)
}
