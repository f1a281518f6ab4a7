//! Takes what one read brings for one line, no less and no more.

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
    lines::wait_for_bytes(player, deadline)?;
    let read = player.reader.buffer().to_vec();
    player.reader.consume(read.len());
    if read.len() > LONGEST + 1 {
        return Err(End::TooLong);
    }
    Ok(read.strip_suffix(b"\n").unwrap_or(&read).to_vec())
}
