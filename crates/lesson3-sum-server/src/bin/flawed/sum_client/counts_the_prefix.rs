//! Counts the two bytes of the length among those that it counts.

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
    let mut request = client::request(task);
    if task.framing == Framing::Length {
        request[1] += 2;
    }
    request
}
