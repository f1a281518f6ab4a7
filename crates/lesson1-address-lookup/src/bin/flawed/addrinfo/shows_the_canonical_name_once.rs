//! Prints the line with the canonical name in the first block only.

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
        let canonical = answer.canonname.clone().unwrap_or_default();
        let block = blocks::block(&canonical, answer);
        block.replace("canonical name: \n", "")
    })
}
