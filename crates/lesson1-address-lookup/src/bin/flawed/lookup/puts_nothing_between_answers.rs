//! Prints its answers without a blank line between two of them.

use crate::Played;
use crate::arguments;
use crate::questions;

pub(crate) fn play(arguments: &[String]) -> Played {
    arguments::at_least_one(arguments)?;

    let mut is_well = true;
    for what in arguments {
        is_well &= questions::print_or_say(what, questions::answer_correctly(what));
    }
    questions::status(is_well)
}
