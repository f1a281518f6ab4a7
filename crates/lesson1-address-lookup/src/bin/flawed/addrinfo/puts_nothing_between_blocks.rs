//! Prints its blocks without a blank line between two of them.

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
    let canonical = blocks::canonical_name(query, answers);
    let blocks = answers
        .iter()
        .map(|answer| blocks::block(&canonical, answer));
    blocks.collect()
}
