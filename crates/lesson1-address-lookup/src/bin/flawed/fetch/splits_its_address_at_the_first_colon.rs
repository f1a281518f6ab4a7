//! Puts host and port together as text, and takes that apart at the first colon.

use crate::Played;
use crate::resolver;
use crate::resolver::Resolved;
use crate::web_client;
use crate::web_client::CORRECT;
use crate::web_client::Order;
use crate::web_client::Steps;

pub(crate) fn play(arguments: &[String]) -> Played {
    web_client::run(arguments, Steps { resolve, ..CORRECT })
}

fn resolve(order: &Order) -> Result<Resolved, String> {
    let text = format!("{}:{}", order.host, order.port);
    let (host, _) = text.split_once(':').unwrap_or((&text, ""));
    resolver::resolve(host).map_err(|error| resolver::reason(&error))
}
