//! Writes into a buffer, and flushes it only before the next line is shown: the prompt stays in it.

use crate::Played;
use crate::manner::Manner;
use crate::player::Choice;
use crate::player::Player;
use crate::player::Turn;
use crate::server;
use crate::words;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            ask,
            ..Manner::RIGHT
        },
    )
}

fn ask(player: &mut Player<'_>, question: &str, words: [&str; 2]) -> Turn<Choice> {
    let mut buffered = format!("{question}\n");
    loop {
        let line = player.read_line()?;
        player.say(&buffered)?;
        if let Some(choice) = (player.manner.choose)(&line, words)? {
            return Ok(choice);
        }
        words::say_sorry(player, words)?;
        buffered = format!("{question}\n");
    }
}
