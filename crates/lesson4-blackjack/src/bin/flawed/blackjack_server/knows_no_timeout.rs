//! Takes --idle-timeout, and waits for ever.

use crate::Played;
use crate::lines;
use crate::lines::LONGEST;
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
    let mut line = Vec::new();
    loop {
        while !lines::fill(player, None)? {}
        let is_whole = lines::take(player, &mut line);
        if line.len() > LONGEST {
            return Err(End::TooLong);
        }
        if is_whole {
            return Ok(line);
        }
    }
}
