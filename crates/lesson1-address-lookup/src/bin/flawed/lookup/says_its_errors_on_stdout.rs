//! Says on stdout what went wrong.

use crate::Played;
use crate::questions;

pub(crate) fn play(arguments: &[String]) -> Played {
    questions::run_saying(arguments, questions::answer_correctly, |what, reason| {
        println!("error: {what}: {reason}");
    })
}
