//! Waits for a newline at the end of a reply in the framing `shutdown`.

use crate::Played;
use crate::client;
use crate::client::Manner;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    client::run(
        arguments,
        Manner {
            shutdown: client::read_line,
            ..Manner::RIGHT
        },
    )
}
