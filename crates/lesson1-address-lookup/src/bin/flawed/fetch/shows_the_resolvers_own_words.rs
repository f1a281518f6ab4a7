//! Says why a name fails in the words of getaddrinfo, which are others on every system.

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
    resolver::resolve(&order.host).map_err(|error| error.to_string())
}
