//! Does not throw the cards of the last round away: the new ones are added to them.

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
    player.hand.extend([cards[0], cards[2]]);
    player.dealer = vec![cards[1], cards[3]];
}
