//! Asks for streams where no type is given.

use crate::Played;
use crate::blocks;
use crate::blocks::CORRECT;
use crate::blocks::Query;
use crate::blocks::Steps;
use dns_lookup::AddrInfo;
use dns_lookup::SockType;

pub(crate) fn play(arguments: &[String]) -> Played {
    blocks::run(arguments, Steps { ask, ..CORRECT })
}

fn ask(query: &Query) -> Result<Vec<AddrInfo>, String> {
    let socket_type = match query.socket_type {
        0 => SockType::Stream.into(),
        given => given,
    };
    blocks::ask(&Query {
        host: query.host.clone(),
        service: query.service.clone(),
        socket_type,
    })
}
