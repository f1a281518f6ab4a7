//! Takes 30 for AF_INET6, which is right on macOS.

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
            &blocks::name_of(answer.address, &[(2, "AF_INET"), (30, "AF_INET6")]),
            &blocks::type_name(answer.socktype),
            &blocks::protocol_name(answer.protocol),
            canonical,
            &answer.sockaddr.to_string(),
        )
    })
}
