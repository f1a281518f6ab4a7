//! Correct programs of quite another build than the solution: `lesson2-correct PROGRAM VARIANT [ARGUMENTS]`.
//!
//! No check may fail any of them.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "these are programs for a terminal, and being slow is the point of some"
)]

mod asynchronous;
mod client;
mod datagrams;
mod manner;
mod streams;
mod unix;

use manner::Manner;
use std::fmt::Display;
use std::io::Write;
use std::net::SocketAddr;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let [program, variant, rest @ ..] = words.as_slice() else {
        return usage("PROGRAM VARIANT [ARGUMENTS]");
    };
    match (*program, *variant) {
        ("greeter", variant) => streams::greeter(rest, &Manner::of(variant)),
        ("echo-server", "async") => asynchronous::echo_server(rest),
        ("echo-server", "fixed-pool") => streams::fixed_pool(rest),
        ("echo-server", variant) => streams::echo_server(rest, &Manner::of(variant)),
        ("echo-client", "async") => asynchronous::echo_client(rest),
        ("echo-client", variant) => client::echo_client(rest, &Manner::of(variant)),
        ("udp-echo-server", "async") => asynchronous::udp_echo_server(rest),
        ("udp-echo-server", variant) => datagrams::udp_echo_server(rest, &Manner::of(variant)),
        ("unix-echo-server", "async") => unix::asynchronous(rest),
        ("unix-echo-server", variant) => unix::unix_echo_server(rest, &Manner::of(variant)),
        _ => usage("greeter|echo-server|echo-client|udp-echo-server|unix-echo-server VARIANT"),
    }
}

/// Wrong usage, said as clap would.
fn usage(expected: &str) -> ExitCode {
    eprintln!("error: wrong arguments\n\nUsage: lesson2-correct {expected}");
    ExitCode::from(2)
}

/// The address to listen on, or the exit status of wrong usage.
fn addr(arguments: &[&str]) -> Result<SocketAddr, ExitCode> {
    let text = arguments.first().copied().unwrap_or("127.0.0.1:10000");
    text.parse()
        .map_err(|_| usage(&format!("[ADDR], not {text}")))
}

/// The one line on stdout.
fn announce(place: impl Display) {
    println!("listening on {place}");
    let _ = std::io::stdout().flush();
}

/// The one line on stderr of a server that cannot listen.
fn cannot_listen(place: impl Display, error: &std::io::Error) -> ExitCode {
    eprintln!("error: cannot listen on {place}: {error}");
    ExitCode::FAILURE
}
