//! Takes a comma for a gap between two numbers.

use crate::Played;
use crate::server;
use crate::server::Manner;
use crate::sum;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            reply_to,
            ..Manner::RIGHT
        },
    )
}

fn reply_to(text: &[u8]) -> String {
    let mut text = text.to_vec();
    for byte in text.iter_mut().filter(|byte| **byte == b',') {
        *byte = b' ';
    }
    sum::reply_to(&text)
}
