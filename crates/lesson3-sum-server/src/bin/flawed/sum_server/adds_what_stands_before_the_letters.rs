//! Reads a number as C's atoi does: digits up to the first byte that is none, and what follows does not matter.

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
        let signs = word.iter().take_while(|byte| b"+-".contains(byte)).count();
        let digits = word[signs..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        sum::integer(&word[..signs + digits])
    })
}
