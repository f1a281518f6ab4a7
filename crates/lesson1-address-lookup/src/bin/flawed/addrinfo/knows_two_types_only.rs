//! Asks for streams and for datagrams, and believes that this is all.

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
    if query.socket_type != 0 {
        return blocks::ask(query);
    }
    let ask = |socket_type: SockType| {
        blocks::ask(&Query {
            host: query.host.clone(),
            service: query.service.clone(),
            socket_type: socket_type.into(),
        })
    };
    match (ask(SockType::Stream), ask(SockType::DGram)) {
        (Ok(streams), Ok(datagrams)) => Ok([streams, datagrams].concat()),
        (Ok(answers), Err(_)) | (Err(_), Ok(answers)) => Ok(answers),
        (Err(reason), Err(_)) => Err(reason),
    }
}
