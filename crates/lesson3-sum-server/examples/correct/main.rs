//! Correct programs of quite another build than the solution: `lesson3-correct PROGRAM VARIANT [ARGUMENTS]`.
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
mod client;
mod session;
mod threads;

use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let [program, variant, rest @ ..] = words.as_slice() else {
        return arguments::usage("PROGRAM VARIANT [ARGUMENTS]");
    };
    match (*program, *variant) {
        ("sum-server", "async") => asynchronous::sum_server(rest),
        ("sum-server", variant) => threads::sum_server(rest, variant),
        ("sum-client", variant) => client::sum_client(rest, variant),
        _ => arguments::usage("sum-server|sum-client VARIANT"),
    }
}
