//! Takes its numbers for u64, which has no minus.

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
    let integer = |word: &[u8]| {
        let number: u64 = std::str::from_utf8(word).ok()?.parse().ok()?;
        i64::try_from(number).ok()
    };
    sum::reply_with(text, integer)
}
