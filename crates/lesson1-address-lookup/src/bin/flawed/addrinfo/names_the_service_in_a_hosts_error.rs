//! Names the service in every error, also where the name of the host is not known.

use crate::Played;
use crate::blocks;
use crate::blocks::CORRECT;
use crate::blocks::Query;
use crate::blocks::Steps;
use dns_lookup::AddrInfo;
use dns_lookup::LookupError;

pub(crate) fn play(arguments: &[String]) -> Played {
    blocks::run(arguments, Steps { ask, ..CORRECT })
}

fn ask(query: &Query) -> Result<Vec<AddrInfo>, String> {
    blocks::ask_explaining(query, explain)
}

fn explain(query: &Query, error: &LookupError) -> String {
    let words = blocks::explain(query, error);
    match words.strip_prefix(&query.host) {
        Some(reason) => format!("{}{reason}", query.service),
        None => words,
    }
}
