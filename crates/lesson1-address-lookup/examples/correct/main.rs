//! Correct programs of quite another build than the solution: `lesson1-correct PROGRAM VARIANT [ARGUMENTS]`.
//!
//! No check may fail any of them.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "these are programs for a terminal, and being slow is the point of some"
)]

mod addrinfo;
mod asynchronous;
mod fetch;
mod names;

use std::io::Write;
use std::process::ExitCode;
use std::time::Duration;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let [program, variant, rest @ ..] = words.as_slice() else {
        return usage("PROGRAM VARIANT [ARGUMENTS]");
    };
    match *variant {
        "slow" => std::thread::sleep(Duration::from_secs(1)),
        "chatty" => drop(std::io::stderr().write_all(&vec![0xfe; 200_000])),
        _ => {}
    }
    match (*program, *variant) {
        ("hostinfo", _) => names::hostinfo(rest),
        ("lookup", _) => names::lookup(rest),
        ("addrinfo", _) => addrinfo::addrinfo(rest),
        ("fetch", "async") => asynchronous::fetch(rest),
        ("fetch", variant) => fetch::fetch(rest, variant),
        _ => usage("hostinfo|lookup|addrinfo|fetch VARIANT"),
    }
}

/// Wrong usage, said as clap would.
fn usage(expected: &str) -> ExitCode {
    eprintln!("error: wrong arguments\n\nUsage: lesson1-correct {expected}");
    ExitCode::from(2)
}

/// What went wrong, and the exit status for it.
fn fail(what: &str) -> ExitCode {
    // Whatever was said before need not have ended its line.
    eprintln!("\nerror: {what}");
    ExitCode::FAILURE
}
