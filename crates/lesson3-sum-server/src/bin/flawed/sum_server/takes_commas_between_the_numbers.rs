//! Takes a comma for a gap between two numbers.

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
    sum::reply_to(
        &text
            .iter()
            .map(|byte| if *byte == b',' { b' ' } else { *byte })
            .collect::<Vec<u8>>(),
    )
}
