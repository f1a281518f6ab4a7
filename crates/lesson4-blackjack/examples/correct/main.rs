//! Correct programs of quite another build than the solution: `lesson4-correct PROGRAM VARIANT [ARGUMENTS]`.
//!
//! No check may fail any of them.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "these are programs for a terminal, and being slow is the point of some"
)]

mod arguments;
mod asynchronous;
mod cards;
mod game;
mod threads;

use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let ["blackjack-server", variant, rest @ ..] = words.as_slice() else {
        return arguments::usage("blackjack-server VARIANT [ARGUMENTS]");
    };
    match *variant {
        "tokio" => asynchronous::blackjack_server(rest),
        variant => threads::blackjack_server(rest, variant),
    }
}
