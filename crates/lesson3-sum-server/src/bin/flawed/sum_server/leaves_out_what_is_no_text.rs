//! Leaves out the bytes that are no ASCII, and adds what is left.

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
    let ascii: Vec<u8> = text.iter().copied().filter(u8::is_ascii).collect();
    sum::reply_to(&ascii)
}
