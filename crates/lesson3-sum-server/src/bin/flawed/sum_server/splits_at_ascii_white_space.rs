//! Splits a request with split_ascii_whitespace(), which takes form feeds and line ends for gaps.

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
    let text = String::from_utf8_lossy(text);
    let words: Vec<&[u8]> = text.split_ascii_whitespace().map(str::as_bytes).collect();
    sum::reply_to_words(&words, sum::integer, i64::checked_add)
}
