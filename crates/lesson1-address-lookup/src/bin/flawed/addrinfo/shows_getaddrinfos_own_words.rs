//! Says what went wrong in the words of getaddrinfo, which are others on every system.

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
    let what = if blocks::is_about_service(query, error) {
        &query.service
    } else {
        &query.host
    };
    format!("{what}: {error}")
}
