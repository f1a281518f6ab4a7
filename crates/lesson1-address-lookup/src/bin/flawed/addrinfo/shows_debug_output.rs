//! Prints its answers as Rust shows them to programmers.

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
    let blocks = answers.iter().map(|answer| format!("{answer:?}\n"));
    let blocks: Vec<String> = blocks.collect();
    format!("{}\n{}", query.host, blocks.join("\n"))
}
