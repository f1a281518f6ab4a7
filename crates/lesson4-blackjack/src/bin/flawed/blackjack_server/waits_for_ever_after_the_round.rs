//! Has a timeout where a move is asked for, and none after the round.

use crate::Played;
use crate::lines;
use crate::lines::LONGEST;
use crate::manner::Manner;
use crate::player::Choice;
use crate::player::End;
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
    if words[0] == "hit" {
        return words::ask(player, question, words);
    }
    loop {
        player.say(&format!("{question}\n"))?;
        let line = read_line(player)?;
        if let Some(choice) = (player.manner.choose)(&line, words)? {
            return Ok(choice);
        }
        words::say_sorry(player, words)?;
    }
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
