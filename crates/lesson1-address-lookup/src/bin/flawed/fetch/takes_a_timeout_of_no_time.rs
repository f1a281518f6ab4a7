//! Takes 0 for a timeout, in which nothing can happen.

use crate::Played;
use crate::arguments;
use crate::ends;
use crate::web_client;
use crate::web_client::CORRECT;
use std::time::Duration;

pub(crate) fn play(arguments: &[String]) -> Played {
    let words = arguments::split(arguments, "--connect-timeout", 2..=3)?;

    let port = web_client::parse_port(&words.plain[1])?;
    let timeout = match words.option.as_deref() {
        Some("0") => Some(Duration::ZERO),
        other => web_client::parse_timeout(other)?,
    };
    let order = web_client::order_for(&words, port, timeout);

    ends::succeed(web_client::fetch(&order, &CORRECT))
}
