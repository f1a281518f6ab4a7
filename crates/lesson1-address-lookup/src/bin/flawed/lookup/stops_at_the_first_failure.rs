//! Ends at the first argument that fails, and leaves the others without an answer.

use crate::Played;
use crate::arguments;
use crate::ends;
use crate::questions;

pub(crate) fn play(arguments: &[String]) -> Played {
    arguments::at_least_one(arguments)?;

    for (index, what) in arguments.iter().enumerate() {
        let text = questions::answer_correctly(what);
        let text = text.map_err(|reason| ends::fail(&format!("{what}: {reason}")))?;
        print!("{}{text}", if index > 0 { "\n" } else { "" });
    }
    Ok(())
}
