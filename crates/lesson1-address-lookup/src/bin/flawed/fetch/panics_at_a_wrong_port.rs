//! Unwraps what parse answers for a port.

use crate::Played;
use crate::arguments;
use crate::ends;
use crate::web_client;
use crate::web_client::CORRECT;

pub(crate) fn play(arguments: &[String]) -> Played {
    let words = arguments::split(arguments, "--connect-timeout", 2..=3)?;

    let port: u16 = words.plain[1].parse().unwrap();
    let timeout = web_client::parse_timeout(words.option.as_deref())?;
    let order = web_client::order_for(&words, port, timeout);

    ends::succeed(web_client::fetch(&order, &CORRECT))
}
