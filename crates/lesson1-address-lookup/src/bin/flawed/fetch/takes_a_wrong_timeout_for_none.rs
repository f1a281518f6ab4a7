//! Takes a timeout that it cannot read for the usual one.

use crate::Played;
use crate::arguments;
use crate::ends;
use crate::web_client;
use crate::web_client::CORRECT;

pub(crate) fn play(arguments: &[String]) -> Played {
    let words = arguments::split(arguments, "--connect-timeout", 2..=3)?;

    let port = web_client::parse_port(&words.plain[1])?;
    let timeout = web_client::parse_timeout(words.option.as_deref()).unwrap_or(None);
    let order = web_client::order_for(&words, port, timeout);

    ends::succeed(web_client::fetch(&order, &CORRECT))
}
