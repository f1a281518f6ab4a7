//! Sends the numbers of the framing `fixed` with the least significant byte first.

use crate::Played;
use crate::arguments::Framing;
use crate::client;
use crate::client::Manner;
use crate::client::Task;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    client::run(
        arguments,
        Manner {
            request,
            ..Manner::RIGHT
        },
    )
}

fn request(task: &Task) -> Vec<u8> {
    match task.framing {
        Framing::Fixed => [task.a.to_le_bytes(), task.b.to_le_bytes()].concat(),
        _ => client::request(task),
    }
}
