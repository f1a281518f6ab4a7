//! Tries an address as often as the resolver repeats it.

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
    let answers = resolver::ask(&order.host, resolver::hints());
    let answers = answers.map_err(|error| resolver::reason(&error))?;
    Ok(resolver::with_duplicates(&order.host, &answers))
}
