//! Tells what the dealer's hand is worth, hidden card and all, when the player has drawn.

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
        player.say_hand()?;
        let total = player.total(&player.dealer);
        player.say(&format!("dealer: {} ?? ({total})\n", player.dealer[0]))?;
    }
    Ok(())
}
