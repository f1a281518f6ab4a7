//! Writes SOCK_STREAM, whatever the type is.

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
            &blocks::family_name(answer.address),
            "SOCK_STREAM",
            &blocks::protocol_name(answer.protocol),
            canonical,
            &answer.sockaddr.to_string(),
        )
    })
}
