//! Takes a carriage return for the end of a line, and the newline after it for an empty one.

use crate::Played;
use crate::lines;
use crate::lines::LONGEST;
use crate::manner::Manner;
use crate::player::End;
use crate::player::Player;
use crate::player::Turn;
use crate::server;
use std::ffi::OsString;
use std::io::BufRead;
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
        let byte = player.reader.buffer()[0];
        player.reader.consume(1);
        if matches!(byte, b'\r' | b'\n') {
            return Ok(line);
        }
        line.push(byte);
        if line.len() > LONGEST {
            return Err(End::TooLong);
        }
    }
}
