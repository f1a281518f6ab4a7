//! Counts every ace as 11, however high the total is.

use crate::Played;
use crate::game;
use crate::manner::Manner;
use crate::server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            total: game::high_total,
            ..Manner::RIGHT
        },
    )
}
