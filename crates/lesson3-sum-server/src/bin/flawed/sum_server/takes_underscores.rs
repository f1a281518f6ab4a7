//! Takes 1_000 for a number, as Rust's own source code has it.

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
    sum::reply_with(text, |word| {
        let digits: Vec<u8> = word.iter().copied().filter(|byte| *byte != b'_').collect();
        sum::integer(&digits)
    })
}
