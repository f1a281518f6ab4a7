//! Asks for IPv4 addresses only.

use crate::Played;
use crate::blocks;
use crate::blocks::CORRECT;
use crate::blocks::Query;
use crate::blocks::Steps;
use dns_lookup::AddrFamily;
use dns_lookup::AddrInfo;
use dns_lookup::AddrInfoHints;

pub(crate) fn play(arguments: &[String]) -> Played {
    blocks::run(arguments, Steps { ask, ..CORRECT })
}

fn ask(query: &Query) -> Result<Vec<AddrInfo>, String> {
    let hints = AddrInfoHints {
        address: AddrFamily::Inet.into(),
        ..blocks::hints(query)
    };
    let answers = blocks::ask_with(query, &query.service, hints);
    answers.map_err(|error| blocks::explain(query, &error))
}
