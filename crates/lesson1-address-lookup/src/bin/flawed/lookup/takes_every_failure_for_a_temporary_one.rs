//! Says to try again later, also where that will not help.

use crate::Played;
use crate::questions;

pub(crate) fn play(arguments: &[String]) -> Played {
    questions::run_explaining(arguments, |_| "try again later".to_owned())
}
