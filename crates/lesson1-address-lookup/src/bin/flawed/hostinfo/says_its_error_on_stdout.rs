//! Says on stdout what went wrong.

use crate::Played;
use crate::arguments;
use crate::ends;
use crate::machine;

pub(crate) fn play(arguments: &[String]) -> Played {
    arguments::none(arguments)?;
    let text = machine::hostname().and_then(|hostname| machine::describe(&hostname));
    match text {
        Ok(text) => ends::finish(Ok(text)),
        Err(reason) => Err(ends::fail_on_stdout(&reason)),
    }
}
