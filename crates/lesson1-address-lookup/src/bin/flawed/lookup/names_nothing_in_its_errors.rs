//! Says what went wrong, but not with which argument.

use crate::Played;
use crate::questions;

pub(crate) fn play(arguments: &[String]) -> Played {
    questions::run_saying(arguments, questions::answer_correctly, |_, reason| {
        eprintln!("error: {reason}");
    })
}
