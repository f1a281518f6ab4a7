//! Takes a temporary failure for one that will be over soon, and asks again and again.

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
    let resolved = resolver::insist(|| resolver::resolve(&order.host));
    resolved.map_err(|error| resolver::reason(&error))
}
