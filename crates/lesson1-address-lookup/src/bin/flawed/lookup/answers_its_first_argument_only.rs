//! Looks at its first argument only.

use crate::Played;
use crate::arguments;
use crate::questions;
use crate::questions::CORRECT;

pub(crate) fn play(arguments: &[String]) -> Played {
    arguments::at_least_one(arguments)?;

    questions::run(&arguments[..1], CORRECT)
}
