//! Sends its two numbers without a newline behind them.

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
        Framing::Lines => client::text(task).into_bytes(),
        _ => client::request(task),
    }
}
