//! Plays the lesson's programs with one classic mistake each: `lesson1-flawed NAME [ARGUMENTS]`.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "these programs make the mistakes that the workspace forbids"
)]

mod addrinfo;
mod arguments;
mod blocks;
mod ends;
mod fetch;
mod hostinfo;
mod hosts_file;
mod lookup;
mod machine;
mod name_server;
mod questions;
mod resolver;
mod web_client;

use std::process::ExitCode;

/// What plays one flaw: it gets the arguments of the program that it stands for.
type Play = fn(&[String]) -> Played;

/// How a flawed program ended: well, or with an exit status whose reason it has already said.
type Played = Result<(), ExitCode>;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, arguments)) = words.split_first() else {
        return arguments::wrong_usage("no flaw is named");
    };
    let Some(play) = find(name) else {
        return arguments::wrong_usage(&format!("there is no flaw named {name}"));
    };
    play(arguments).err().unwrap_or(ExitCode::SUCCESS)
}

fn find(name: &str) -> Option<Play> {
    hostinfo::find(name)
        .or_else(|| lookup::find(name))
        .or_else(|| addrinfo::find(name))
        .or_else(|| fetch::find(name))
}
