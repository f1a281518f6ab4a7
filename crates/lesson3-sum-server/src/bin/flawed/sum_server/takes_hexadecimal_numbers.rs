//! Takes 0x10 for a number.

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
    sum::reply_with(text, |word| match word.strip_prefix(b"0x") {
        Some(digits) => i64::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok(),
        None => sum::integer(word),
    })
}
