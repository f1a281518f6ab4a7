//! Keeps a connection open whose player has left, until its time is over.

use crate::Played;
use crate::ending;
use crate::manner::Manner;
use crate::player::End;
use crate::server;
use std::ffi::OsString;
use std::net::TcpStream;
use std::thread;
use std::time::Duration;

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
    if matches!(end, End::Left) {
        thread::sleep(Duration::from_secs(300));
    }
    ending::leave(stream, end);
}
