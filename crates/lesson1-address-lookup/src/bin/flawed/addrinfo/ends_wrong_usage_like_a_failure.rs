//! Ends with status 1 after wrong usage.

use crate::Played;
use crate::blocks;
use crate::blocks::CORRECT;
use crate::ends;

pub(crate) fn play(arguments: &[String]) -> Played {
    let query = ends::as_a_failure(blocks::parse(arguments))?;
    ends::finish(blocks::answer(&query, &CORRECT))
}
