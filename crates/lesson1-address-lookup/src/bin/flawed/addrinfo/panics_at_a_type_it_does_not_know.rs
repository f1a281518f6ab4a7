//! Believes that there are no types but the two it knows.

use crate::Played;
use crate::blocks;
use crate::blocks::CORRECT;
use crate::blocks::Query;
use crate::blocks::Steps;
use dns_lookup::AddrInfo;
use dns_lookup::SockType;

pub(crate) fn play(arguments: &[String]) -> Played {
    blocks::run(arguments, Steps { show, ..CORRECT })
}

fn show(query: &Query, answers: &[AddrInfo]) -> String {
    blocks::show_each(query, answers, |canonical, answer| {
        blocks::lines(
            &blocks::family_name(answer.address),
            type_name(answer.socktype),
            &blocks::protocol_name(answer.protocol),
            canonical,
            &answer.sockaddr.to_string(),
        )
    })
}

fn type_name(number: i32) -> &'static str {
    if SockType::Stream == number {
        "SOCK_STREAM"
    } else if SockType::DGram == number {
        "SOCK_DGRAM"
    } else {
        unreachable!("a socket of type {number}")
    }
}
