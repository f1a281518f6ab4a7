//! Takes the part before the first dot for the name.

use crate::Played;
use crate::machine;

pub(crate) fn play(arguments: &[String]) -> Played {
    machine::run(arguments, |hostname| {
        let (first, _) = hostname.split_once('.').unwrap_or((hostname, ""));
        machine::describe(first)
    })
}
