//! Takes --type, and forgets it.

use crate::Played;
use crate::blocks;
use crate::blocks::CORRECT;
use crate::blocks::Query;
use crate::blocks::Steps;
use dns_lookup::AddrInfo;

pub(crate) fn play(arguments: &[String]) -> Played {
    blocks::run(arguments, Steps { ask, ..CORRECT })
}

fn ask(query: &Query) -> Result<Vec<AddrInfo>, String> {
    blocks::ask(&Query {
        host: query.host.clone(),
        service: query.service.clone(),
        socket_type: 0,
    })
}
