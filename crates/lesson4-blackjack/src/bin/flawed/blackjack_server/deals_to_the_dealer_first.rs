//! Deals in turn, but the dealer gets the first card.

use crate::Played;
use crate::manner::Manner;
use crate::player::Player;
use crate::server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            deal,
            ..Manner::RIGHT
        },
    )
}

fn deal(player: &mut Player<'_>) {
    let cards = [(); 4].map(|()| player.draw());
    player.dealer = vec![cards[0], cards[2]];
    player.hand = vec![cards[1], cards[3]];
}
