//! Has one deadline for the whole conversation, which begins when the player comes.

use crate::Played;
use crate::lines;
use crate::lines::LONGEST;
use crate::manner::Manner;
use crate::player::End;
use crate::player::Player;
use crate::player::Turn;
use crate::server;
use std::cell::Cell;
use std::ffi::OsString;
use std::time::Instant;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run_accepting(arguments, |listener, house| {
        server::serve(&listener, |stream| {
            server::start_thread(move || {
                BEGUN.set(Some(Instant::now()));
                let manner = Manner {
                    read_line,
                    ..Manner::RIGHT
                };
                server::entertain(&stream, house, manner);
            });
        });
    })
}

thread_local! {
    /// When this thread's player came.
    static BEGUN: Cell<Option<Instant>> = const { Cell::new(None) };
}

fn read_line(player: &mut Player<'_>) -> Turn<Vec<u8>> {
    let begun = BEGUN.get().unwrap_or_else(Instant::now);
    let deadline = begun + player.house.idle_timeout;
    let mut line = Vec::new();
    loop {
        lines::wait_for_bytes(player, deadline)?;
        let is_whole = lines::take(player, &mut line);
        if line.len() > LONGEST {
            return Err(End::TooLong);
        }
        if is_whole {
            return Ok(line);
        }
    }
}
