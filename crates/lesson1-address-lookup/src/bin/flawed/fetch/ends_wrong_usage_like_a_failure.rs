//! Ends with status 1 after wrong usage.

use crate::Played;
use crate::ends;
use crate::web_client;
use crate::web_client::CORRECT;

pub(crate) fn play(arguments: &[String]) -> Played {
    let order = ends::as_a_failure(web_client::parse(arguments))?;
    ends::succeed(web_client::fetch(&order, &CORRECT))
}
