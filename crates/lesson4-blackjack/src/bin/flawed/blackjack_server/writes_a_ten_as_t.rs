//! Writes a ten as T, so that each card has two characters.

use crate::Played;
use crate::lines;
use crate::manner::Manner;
use crate::player::Player;
use crate::player::Turn;
use crate::server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            say,
            ..Manner::RIGHT
        },
    )
}

fn say(player: &mut Player<'_>, text: &str) -> Turn {
    lines::say(player, &text.replace("10", "T"))
}
