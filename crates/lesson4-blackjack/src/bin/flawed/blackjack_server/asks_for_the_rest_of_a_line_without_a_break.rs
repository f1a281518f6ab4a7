//! Makes the socket non-blocking where half a line has come, and asks for the rest again and again.

use crate::Played;
use crate::lines;
use crate::lines::LONGEST;
use crate::manner::Manner;
use crate::player::End;
use crate::player::Player;
use crate::player::Turn;
use crate::server;
use std::ffi::OsString;
use std::thread;
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
    lines::wait_for_bytes(player, deadline)?;
    while !lines::take(player, &mut line) {
        if line.len() > LONGEST {
            return Err(End::TooLong);
        }
        player.stream.set_nonblocking(true)?;
        let asked = ask_again(player, deadline);
        player.stream.set_nonblocking(false)?;
        asked?;
    }
    if line.len() > LONGEST {
        return Err(End::TooLong);
    }
    Ok(line)
}

fn ask_again(player: &mut Player<'_>, deadline: Instant) -> Turn {
    while Instant::now() < deadline {
        match lines::fill(player, None) {
            // There is nothing yet, and the others are let through at least.
            Err(End::TimedOut) | Ok(false) => thread::yield_now(),
            Ok(true) => return Ok(()),
            Err(end) => return Err(end),
        }
    }
    Err(End::TimedOut)
}
