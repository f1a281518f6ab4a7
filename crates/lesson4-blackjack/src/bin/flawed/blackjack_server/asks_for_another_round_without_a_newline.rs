//! Leaves the answer on the line of `play again?`: sends no newline there.

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
    lines::say(player, &text.replace("again?\n", "again? "))
}
