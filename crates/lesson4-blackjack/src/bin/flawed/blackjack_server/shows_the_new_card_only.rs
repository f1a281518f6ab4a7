//! Shows the new card after a hit instead of the whole hand.

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
    while !player.is_bust() && player.ask_for_a_move()? == Choice::First {
        let card = player.draw();
        player.hand.push(card);
        let total = player.total(&player.hand);
        player.say(&format!("player: {card} ({total})\n"))?;
    }
    Ok(())
}
