//! Never looks at the arguments after its second one.

use crate::Played;
use crate::arguments;
use crate::blocks;
use crate::blocks::CORRECT;
use crate::ends;

pub(crate) fn play(arguments: &[String]) -> Played {
    let words = arguments::split(arguments, "--type", 2..=usize::MAX)?;
    let query = blocks::query(words)?;
    ends::finish(blocks::answer(&query, &CORRECT))
}
