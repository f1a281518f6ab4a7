//! Takes a name that fails for one without addresses, and says that none accepted.

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
    let nothing = || Resolved {
        canonical: order.host.clone(),
        addrs: Vec::new(),
    };
    Ok(resolver::resolve(&order.host).unwrap_or_else(|_| nothing()))
}
