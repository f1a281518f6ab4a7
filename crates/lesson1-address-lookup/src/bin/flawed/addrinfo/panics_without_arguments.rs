//! Takes its arguments without looking whether there are any.

use crate::Played;
use crate::arguments;
use crate::blocks;
use crate::blocks::CORRECT;
use crate::ends;

pub(crate) fn play(arguments: &[String]) -> Played {
    let words = arguments::split(arguments, "--type", 0..=2)?;
    let query = blocks::query(words)?;
    ends::finish(blocks::answer(&query, &CORRECT))
}
