//! Takes a number that begins with 0 for an octal one, as C does.

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
        let text = std::str::from_utf8(word).ok()?;
        let digits = text.trim_start_matches(['+', '-']);
        let radix = if digits.starts_with('0') { 8 } else { 10 };
        i64::from_str_radix(text, radix).ok()
    })
}
