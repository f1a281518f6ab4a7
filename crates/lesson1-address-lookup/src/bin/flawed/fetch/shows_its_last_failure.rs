//! Says why the last address failed, and not that all did.

use crate::Played;
use crate::ends;
use crate::web_client;
use crate::web_client::CORRECT;

pub(crate) fn play(arguments: &[String]) -> Played {
    let order = web_client::parse(arguments)?;
    let done = web_client::fetch(&order, &CORRECT);
    let reason = format!("{}: connection refused", order.host);
    ends::succeed(done.map_err(|words| {
        if words.ends_with("accepted the connection") {
            reason
        } else {
            words
        }
    }))
}
