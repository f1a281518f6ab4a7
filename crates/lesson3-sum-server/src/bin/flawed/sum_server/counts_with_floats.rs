//! Takes its numbers for f64, which knows fractions but not every large integer.

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
    let number = |word: &[u8]| std::str::from_utf8(word).ok()?.parse::<f64>().ok();
    match sum::words(text)[..] {
        [a, b] => match number(a).zip(number(b)) {
            Some((a, b)) => (a + b).to_string(),
            None => "error: expected two numbers".to_owned(),
        },
        _ => "error: expected two numbers".to_owned(),
    }
}
