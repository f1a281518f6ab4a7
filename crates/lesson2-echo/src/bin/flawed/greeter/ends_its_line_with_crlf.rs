//! Ends its line with a carriage return and a newline, as other protocols do.

use super::greet_with;
use crate::Played;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    greet_with(arguments, |peer| format!("Hello {}\r\n", peer.ip()))
}
