//! Prints a blank line before every answer, the first one too.

use crate::Played;
use crate::arguments;
use crate::questions;

pub(crate) fn play(arguments: &[String]) -> Played {
    arguments::at_least_one(arguments)?;

    let mut is_well = true;
    for what in arguments {
        let text = questions::answer_correctly(what);
        is_well &= questions::print_or_say(what, text.map(|text| format!("\n{text}")));
    }
    questions::status(is_well)
}
