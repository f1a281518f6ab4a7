//! Takes its first argument without looking whether there is one.

use crate::Played;
use crate::questions;
use crate::questions::CORRECT;

pub(crate) fn play(arguments: &[String]) -> Played {
    let first = &arguments[0];
    eprintln!(
        "{} arguments, of which {first} is the first",
        arguments.len()
    );
    questions::run(arguments, CORRECT)
}
