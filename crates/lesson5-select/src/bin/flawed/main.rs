//! Plays the lesson's programs with one classic mistake each: `lesson5-flawed NAME [ARGUMENTS]`.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "these programs make the mistakes that the workspace forbids"
)]

mod arguments;
mod chat;
mod chat_server;
mod door;
mod owed;
mod poller;
mod room;
mod select;
mod select_server;

use std::ffi::OsString;
use std::process::ExitCode;

/// What plays one flaw: it gets the arguments of the program that it stands for.
type Play = fn(&[OsString]) -> Played;

/// How a flawed program ended: well, or with an exit status whose reason it has already said.
type Played = Result<(), ExitCode>;

fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().skip(1).collect();
    let Some((name, arguments)) = words.split_first() else {
        return arguments::wrong_usage("no flaw is named");
    };
    let name = name.to_string_lossy();
    let Some(play) = select_server::find(&name).or_else(|| chat_server::find(&name)) else {
        return arguments::wrong_usage(&format!("there is no flaw named {name}"));
    };
    play(arguments).err().unwrap_or(ExitCode::SUCCESS)
}
