//! Asks for every type of socket, and tries each address once for each of them.

use crate::Played;
use crate::resolver;
use crate::resolver::Resolved;
use crate::web_client;
use crate::web_client::CORRECT;
use crate::web_client::Order;
use crate::web_client::Steps;
use dns_lookup::AddrInfoHints;

pub(crate) fn play(arguments: &[String]) -> Played {
    web_client::run(arguments, Steps { resolve, ..CORRECT })
}

fn resolve(order: &Order) -> Result<Resolved, String> {
    let hints = AddrInfoHints {
        socktype: 0,
        ..resolver::hints()
    };
    let answers = resolver::ask(&order.host, hints);
    let answers = answers.map_err(|error| resolver::reason(&error))?;
    Ok(resolver::with_duplicates(&order.host, &answers))
}
