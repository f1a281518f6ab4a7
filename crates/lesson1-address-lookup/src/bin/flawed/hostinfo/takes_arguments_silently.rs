//! Never looks at its arguments.

use crate::Played;
use crate::machine;

pub(crate) fn play(arguments: &[String]) -> Played {
    let _ = arguments;
    machine::run(&[], machine::describe)
}
