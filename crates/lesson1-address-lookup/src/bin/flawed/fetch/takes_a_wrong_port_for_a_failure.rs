//! Takes a port that is none for something that could not be done, not for wrong usage.

use crate::Played;
use crate::arguments;
use crate::ends;
use crate::web_client;
use crate::web_client::CORRECT;

pub(crate) fn play(arguments: &[String]) -> Played {
    let words = arguments::split(arguments, "--connect-timeout", 2..=3)?;

    let port = words.plain[1].parse();
    let port: u16 = port.map_err(|error| ends::fail(&format!("{}: {error}", words.plain[1])))?;
    let timeout = web_client::parse_timeout(words.option.as_deref())?;
    let order = web_client::order_for(&words, port, timeout);

    ends::succeed(web_client::fetch(&order, &CORRECT))
}
