//! Takes its numbers for i32.

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
        let number: i32 = std::str::from_utf8(word).ok()?.parse().ok()?;
        Some(i64::from(number))
    };
    let add = |a: i64, b: i64| {
        let sum = i32::try_from(a).ok()?.checked_add(i32::try_from(b).ok()?);
        sum.map(i64::from)
    };
    sum::reply_to_words(&sum::words(text), integer, add)
}
