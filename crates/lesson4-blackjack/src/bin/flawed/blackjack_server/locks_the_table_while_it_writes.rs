//! Holds a lock that all players share while it writes to one of them, who may not read.

use crate::Played;
use crate::lines;
use crate::manner::Manner;
use crate::player::Player;
use crate::player::Turn;
use crate::server;
use std::ffi::OsString;
use std::sync::Mutex;

static TABLE: Mutex<()> = Mutex::new(());

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            say,
            ..Manner::RIGHT
        },
    )
}

fn say(player: &mut Player<'_>, text: &str) -> Turn {
    let _table = TABLE.lock().unwrap();
    lines::say(player, text)
}
