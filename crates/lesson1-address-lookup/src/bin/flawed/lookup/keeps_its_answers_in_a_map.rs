//! Collects its answers in a map, which has each argument once.

use crate::Played;
use crate::arguments;
use crate::questions;
use std::collections::BTreeMap;

pub(crate) fn play(arguments: &[String]) -> Played {
    arguments::at_least_one(arguments)?;

    let mut answers = BTreeMap::new();
    let mut failed = false;
    for what in arguments {
        match questions::answer_correctly(what) {
            Ok(text) => {
                answers.insert(what, text);
            }
            Err(reason) => {
                questions::say(what, &reason);
                failed = true;
            }
        }
    }
    let answers: Vec<String> = answers.into_values().collect();
    print!("{}", answers.join("\n"));
    questions::status(!failed)
}
