//! Takes the interruption of a read, which is all that Ctrl-Z and fg leave behind, for a lost connection.

use crate::Played;
use crate::lines;
use crate::lines::LONGEST;
use crate::manner::Manner;
use crate::player::End;
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
        let remaining = deadline.saturating_duration_since(Instant::now());
        if remaining.is_zero() || !lines::fill(player, Some(remaining))? {
            return Err(End::Left);
        }
        let is_whole = lines::take(player, &mut line);
        if line.len() > LONGEST {
            return Err(End::TooLong);
        }
        if is_whole {
            return Ok(line);
        }
    }
}
