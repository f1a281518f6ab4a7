//! Reads numbers with a function of its own, which knows minus but not plus.

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
        if word.starts_with(b"+") {
            return None;
        }
        sum::integer(word)
    })
}
