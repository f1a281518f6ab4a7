//! Shows the numbers of the constants, which are others on every system, instead of their names.

use crate::Played;
use crate::blocks;
use crate::blocks::CORRECT;
use crate::blocks::Query;
use crate::blocks::Steps;
use dns_lookup::AddrInfo;

pub(crate) fn play(arguments: &[String]) -> Played {
    blocks::run(arguments, Steps { show, ..CORRECT })
}

fn show(query: &Query, answers: &[AddrInfo]) -> String {
    blocks::show_each(query, answers, |canonical, answer| {
        blocks::lines(
            &answer.address.to_string(),
            &answer.socktype.to_string(),
            &answer.protocol.to_string(),
            canonical,
            &answer.sockaddr.to_string(),
        )
    })
}
