//! Prints its answers at the end, if there was no failure.

use crate::Played;
use crate::arguments;
use crate::questions;

pub(crate) fn play(arguments: &[String]) -> Played {
    arguments::at_least_one(arguments)?;

    let answers = arguments.iter().map(|what| {
        let text = questions::answer_correctly(what);
        text.map_err(|reason| questions::say(what, &reason)).ok()
    });
    let answers: Vec<Option<String>> = answers.collect();
    let whole: Option<Vec<String>> = answers.into_iter().collect();
    if let Some(whole) = &whole {
        print!("{}", whole.join("\n"));
    }
    questions::status(whole.is_some())
}
