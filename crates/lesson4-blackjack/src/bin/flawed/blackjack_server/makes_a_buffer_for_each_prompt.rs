//! Makes a new BufReader for each prompt, and loses what the last one had read too much.

use crate::Played;
use crate::lines;
use crate::manner::Manner;
use crate::player::Player;
use crate::player::Turn;
use crate::server;
use std::ffi::OsString;
use std::io::BufReader;

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
    player.reader = BufReader::new(player.stream);
    lines::read_line(player)
}
