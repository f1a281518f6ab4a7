//! Loses the minus of a number on its way.

use crate::Played;
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
    client::request(&Task {
        a: task.a.saturating_abs(),
        b: task.b.saturating_abs(),
        ..*task
    })
}
