//! Shows the protocol 0 as a number, although it has a name.

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
            &protocol_name(answer.protocol),
            canonical,
            &answer.sockaddr.to_string(),
        )
    })
}

fn protocol_name(number: i32) -> String {
    match number {
        0 => "0".to_owned(),
        other => blocks::protocol_name(other),
    }
}
