//! Takes answers with the same address for one, although they are of different types.

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
    let mut distinct: Vec<AddrInfo> = Vec::new();
    for answer in answers {
        if !distinct
            .iter()
            .any(|other| other.sockaddr == answer.sockaddr)
        {
            distinct.push(answer.clone());
        }
    }
    blocks::show(query, &distinct)
}
