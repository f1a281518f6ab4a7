//! Has no words for equal totals.

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
    if text == "push\n" {
        return Ok(());
    }
    lines::say(player, text)
}
