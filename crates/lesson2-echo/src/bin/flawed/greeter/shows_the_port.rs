//! Greets with the whole socket address, port and all.

use super::greet_with;
use crate::Played;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    // The README asks for the address alone: `.ip()` is missing.
    greet_with(arguments, |peer| format!("Hello {peer}\n"))
}
