//! Does not end its line.

use super::greet_with;
use crate::Played;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    greet_with(arguments, |peer| format!("Hello {}", peer.ip()))
}
