//! Says on stdout what went wrong.

use crate::Played;
use crate::ends;
use crate::web_client;
use crate::web_client::CORRECT;

pub(crate) fn play(arguments: &[String]) -> Played {
    let order = web_client::parse(arguments)?;
    web_client::fetch(&order, &CORRECT).map_err(|reason| ends::fail_on_stdout(&reason))
}
