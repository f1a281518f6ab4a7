//! Puts address, colon and port together by hand, without brackets.

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
            &blocks::type_name(answer.socktype),
            &blocks::protocol_name(answer.protocol),
            canonical,
            &format!("{}:{}", answer.sockaddr.ip(), answer.sockaddr.port()),
        )
    })
}
