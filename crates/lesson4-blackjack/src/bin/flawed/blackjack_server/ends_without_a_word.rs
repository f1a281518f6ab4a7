//! Closes without `bye` when the player has had enough.

use crate::Played;
use crate::ending;
use crate::manner::Manner;
use crate::player::End;
use crate::server;
use std::ffi::OsString;
use std::net::TcpStream;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            leave,
            ..Manner::RIGHT
        },
    )
}

fn leave(stream: &TcpStream, end: &End) {
    let words = match end {
        End::Quit => "",
        _ => ending::last_words(end),
    };
    ending::say_last(stream, words);
}
