//! Parses a port as an i32, and cuts it to 16 bits.

use crate::Played;
use crate::arguments;
use crate::ends;
use crate::web_client;
use crate::web_client::CORRECT;

pub(crate) fn play(arguments: &[String]) -> Played {
    let words = arguments::split(arguments, "--connect-timeout", 2..=3)?;

    let port: i32 = words.plain[1]
        .parse()
        .map_err(|_| arguments::invalid(&words.plain[1]))?;
    let timeout = web_client::parse_timeout(words.option.as_deref())?;
    let order = web_client::order_for(&words, port as u16, timeout);

    ends::succeed(web_client::fetch(&order, &CORRECT))
}
