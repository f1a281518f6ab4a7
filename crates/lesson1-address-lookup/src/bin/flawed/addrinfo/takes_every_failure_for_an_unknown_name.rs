//! Says of every failure that the name is not known, also where the service is not, or the name server has failed.

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

fn explain(query: &Query, _error: &LookupError) -> String {
    format!("{}: name not known", query.host)
}
