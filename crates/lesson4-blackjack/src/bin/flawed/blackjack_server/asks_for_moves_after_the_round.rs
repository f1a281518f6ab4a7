//! Says `please answer hit or stand` at either prompt.

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
    loop {
        player.say(&format!("{question}\n"))?;
        let line = player.read_line()?;
        if let Some(choice) = (player.manner.choose)(&line, words)? {
            return Ok(choice);
        }
        words::say_sorry(player, ["hit", "stand"])?;
    }
}
