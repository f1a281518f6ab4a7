//! Never looks at the arguments after its third one.

use crate::Played;
use crate::arguments;
use crate::ends;
use crate::web_client;
use crate::web_client::CORRECT;

pub(crate) fn play(arguments: &[String]) -> Played {
    let words = arguments::split(arguments, "--connect-timeout", 2..=usize::MAX)?;
    let order = web_client::order(words)?;
    ends::succeed(web_client::fetch(&order, &CORRECT))
}
