//! Says on stdout what went wrong.

use crate::Played;
use crate::blocks;
use crate::blocks::CORRECT;
use crate::ends;

pub(crate) fn play(arguments: &[String]) -> Played {
    let query = blocks::parse(arguments)?;
    match blocks::answer(&query, &CORRECT) {
        Ok(text) => ends::finish(Ok(text)),
        Err(reason) => Err(ends::fail_on_stdout(&reason)),
    }
}
