//! Takes the first two words by their index, and panics where there is only one.

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
    let words = sum::words(text);
    let both = if words.len() > 2 {
        words.as_slice()
    } else {
        &[words[0], words[1]]
    };
    sum::reply_to_words(both, sum::integer, i64::checked_add)
}
