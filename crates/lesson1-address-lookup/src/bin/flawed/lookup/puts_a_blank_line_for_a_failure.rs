//! Prints a blank line before every argument but the first, whether it has an answer or not.

use crate::Played;
use crate::arguments;
use crate::questions;

pub(crate) fn play(arguments: &[String]) -> Played {
    arguments::at_least_one(arguments)?;

    let mut is_well = true;
    for (index, what) in arguments.iter().enumerate() {
        if index > 0 {
            println!();
        }
        is_well &= questions::print_or_say(what, questions::answer_correctly(what));
    }
    questions::status(is_well)
}
