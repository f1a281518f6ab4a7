//! Writes a length with the least significant byte first.

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
        request.swap(0, 1);
    }
    request
}
