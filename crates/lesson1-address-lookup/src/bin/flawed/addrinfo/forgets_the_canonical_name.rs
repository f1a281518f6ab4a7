//! Takes the canonical name from each answer, although only the first one has it, and the host for the others.

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
    blocks::show_each(query, answers, |_, answer| {
        let canonical = answer.canonname.as_deref().unwrap_or(&query.host);
        blocks::block(canonical, answer)
    })
}
