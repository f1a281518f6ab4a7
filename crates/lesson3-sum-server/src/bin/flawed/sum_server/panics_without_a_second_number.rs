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
    let (a, b) = (words[0], words[1]);
    if words.len() > 2 {
        return "error: expected two integers".to_owned();
    }
    sum::reply_to_words(&[a, b], sum::integer, i64::checked_add)
}
