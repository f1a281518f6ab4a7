//! Says of every failure that the name is not known, also where the name server has failed.

use crate::Played;
use crate::questions;

pub(crate) fn play(arguments: &[String]) -> Played {
    questions::run_explaining(arguments, |_| "name not known".to_owned())
}
