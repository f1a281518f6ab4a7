//! Throws away what is too much of a line, and plays the rest.

use crate::Played;
use crate::lines;
use crate::lines::LONGEST;
use crate::manner::Manner;
use crate::player::Player;
use crate::player::Turn;
use crate::server;
use std::ffi::OsString;
use std::time::Instant;

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
    let deadline = Instant::now() + player.house.idle_timeout;
    let mut line = Vec::new();
    loop {
        lines::wait_for_bytes(player, deadline)?;
        let is_whole = lines::take(player, &mut line);
        line.truncate(LONGEST);
        if is_whole {
            return Ok(line);
        }
    }
}
