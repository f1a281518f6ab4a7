//! Ends with status 1 after wrong usage.

use crate::Played;
use crate::arguments;
use crate::ends;
use crate::questions;
use crate::questions::CORRECT;

pub(crate) fn play(arguments: &[String]) -> Played {
    ends::as_a_failure(arguments::at_least_one(arguments))?;
    questions::run(arguments, CORRECT)
}
