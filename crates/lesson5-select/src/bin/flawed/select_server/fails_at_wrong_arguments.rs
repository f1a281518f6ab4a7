//! Takes wrong usage for an error like every other, with status 1.

use crate::Played;
use crate::arguments;
use crate::select;
use std::ffi::OsString;
use std::process::ExitCode;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    if arguments::addr(arguments).is_err() {
        return Err(ExitCode::FAILURE);
    }
    select::run(arguments, Right)
}

struct Right;

impl select::Manner for Right {}
