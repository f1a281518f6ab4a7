//! Ends with the status of its last argument.

use crate::Played;
use crate::arguments;
use crate::questions;
use crate::questions::CORRECT;

pub(crate) fn play(arguments: &[String]) -> Played {
    arguments::at_least_one(arguments)?;

    let _ = questions::run(arguments, CORRECT);
    let last = arguments.last().unwrap();
    questions::status(questions::answer_correctly(last).is_ok())
}
