//! Takes localhost for the name of the machine.

use crate::Played;
use crate::machine;

pub(crate) fn play(arguments: &[String]) -> Played {
    machine::run(arguments, |_| machine::describe("localhost"))
}
