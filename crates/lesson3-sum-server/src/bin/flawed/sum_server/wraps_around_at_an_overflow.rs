//! Adds with wrapping_add, as + does in a release build: the sum of two large numbers is negative.

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
            add,
            ..Manner::RIGHT
        },
    )
}

fn reply_to(text: &[u8]) -> String {
    sum::reply_adding(text, add)
}

fn add(a: i64, b: i64) -> Option<i64> {
    Some(a.wrapping_add(b))
}
