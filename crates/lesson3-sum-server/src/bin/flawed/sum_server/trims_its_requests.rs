//! Trims a request with trim(), which takes away all kinds of white space.

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
    sum::reply_to(String::from_utf8_lossy(text).trim().as_bytes())
}
