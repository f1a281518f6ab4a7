//! Waits for more after a read of 0 bytes, and reads 0 bytes again, without a break.

use crate::Played;
use crate::lines;
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
    loop {
        match lines::read_line(player) {
            // The others are let through at least.
            Err(End::Left) if Instant::now() < deadline => thread::yield_now(),
            Err(End::Left) => return Err(End::TimedOut),
            line => return line,
        }
    }
}
