//! Holds the lock of a table that all share from the prompt to the answer.

use crate::Played;
use crate::manner::Manner;
use crate::player::Choice;
use crate::player::Player;
use crate::player::Turn;
use crate::server;
use crate::words;
use std::ffi::OsString;
use std::sync::Mutex;

static TABLE: Mutex<()> = Mutex::new(());

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
    player.say(&format!("{question}\n"))?;
    let _table = TABLE.lock().unwrap();
    loop {
        let line = player.read_line()?;
        if let Some(choice) = (player.manner.choose)(&line, words)? {
            return Ok(choice);
        }
        words::say_sorry(player, words)?;
        player.say(&format!("{question}\n"))?;
    }
}
