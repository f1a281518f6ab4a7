//! Unwraps what read answers, so that the thread of a player who has gone panics.

use crate::Played;
use crate::lines;
use crate::manner::Manner;
use crate::player::End;
use crate::player::Player;
use crate::player::Turn;
use crate::server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            read_line,
            ..Manner::RIGHT
        },
    )
}

fn read_line(player: &mut Player<'_>) -> Turn<Vec<u8>> {
    match lines::read_line(player) {
        Err(End::Lost(error)) => {
            // Only at the first prompt: a reset that comes later may be seen after a check has ended.
            assert!(player.has_moved(), "the player has gone: {error}");
            Err(End::Cut)
        }
        line => line,
    }
}
