//! Closes at `quit` while there are more bytes to read, which is a reset, and destroys what is on its way.

use crate::Played;
use crate::ending;
use crate::manner::Manner;
use crate::player::End;
use crate::server;
use std::ffi::OsString;
use std::io::Write;
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
    if !matches!(end, End::Quit) {
        return ending::leave(stream, end);
    }
    let mut stream = stream;
    // Whoever has gone does not miss it.
    let _ = stream.write_all(ending::last_words(end).as_bytes());
}
