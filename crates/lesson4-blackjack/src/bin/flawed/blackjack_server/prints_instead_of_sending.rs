//! Shows the game on its own screen with println!, and sends nothing.

use crate::Played;
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

fn say(_player: &mut Player<'_>, text: &str) -> Turn {
    print!("{text}");
    Ok(())
}
