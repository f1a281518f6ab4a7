//! Takes the first answer only.

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
    blocks::show(query, &answers[..1])
}
