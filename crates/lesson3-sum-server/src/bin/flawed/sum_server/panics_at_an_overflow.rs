//! Adds with +, which panics in a debug build when the sum does not fit.

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
    // A plain + would panic in some builds only.
    Some(a.checked_add(b).expect("attempt to add with overflow"))
}
