//! Splits a request with split(' '), which finds an empty word between two spaces.

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
    let words: Vec<&[u8]> = text.split(|byte| *byte == b' ').collect();
    sum::reply_to_words(&words, sum::integer, i64::checked_add)
}
