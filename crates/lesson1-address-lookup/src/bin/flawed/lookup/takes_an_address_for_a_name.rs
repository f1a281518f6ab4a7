//! Looks every argument up as a name, for which the resolver takes an address, too.

use crate::Played;
use crate::questions;

pub(crate) fn play(arguments: &[String]) -> Played {
    questions::run_answering(arguments, questions::forth)
}
