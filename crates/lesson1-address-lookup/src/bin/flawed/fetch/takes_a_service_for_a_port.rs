//! Takes the name of a service for its port.

use crate::Played;
use crate::arguments;
use crate::ends;
use crate::web_client;
use crate::web_client::CORRECT;

pub(crate) fn play(arguments: &[String]) -> Played {
    let words = arguments::split(arguments, "--connect-timeout", 2..=3)?;

    let port = match words.plain[1].as_str() {
        "http" => 80,
        other => web_client::parse_port(other)?,
    };
    let timeout = web_client::parse_timeout(words.option.as_deref())?;
    let order = web_client::order_for(&words, port, timeout);

    ends::succeed(web_client::fetch(&order, &CORRECT))
}
