//! Takes a type that it does not know for none at all.

use crate::Played;
use crate::arguments;
use crate::blocks;
use crate::blocks::CORRECT;
use crate::ends;

pub(crate) fn play(arguments: &[String]) -> Played {
    let mut words = arguments::split(arguments, "--type", 2..=2)?;
    words.option = words
        .option
        .filter(|word| ["stream", "dgram"].contains(&word.as_str()));
    let query = blocks::query(words)?;
    ends::finish(blocks::answer(&query, &CORRECT))
}
