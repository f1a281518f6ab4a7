//! Correct programs of quite another build than the solution: `lesson5-correct PROGRAM VARIANT [ARGUMENTS]`.
//!
//! No check may fail any of them.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "these are programs for a terminal"
)]

mod announce;
mod echo_mio;
mod echo_tokio;
#[cfg(unix)]
mod event_loop;
mod room;
mod room_mio;
mod room_tokio;

use std::net::SocketAddr;
use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let [program, variant, rest @ ..] = words.as_slice() else {
        return announce::usage("PROGRAM VARIANT [ADDR]");
    };
    let addr: SocketAddr = match rest.first().unwrap_or(&"127.0.0.1:65432").parse() {
        Ok(addr) => addr,
        Err(_) => return announce::usage(&format!("[ADDR], not {}", rest[0])),
    };
    match (*program, *variant) {
        ("select-server", "mio") => echo_mio::select_server(addr),
        ("select-server", "tokio") => echo_tokio::select_server(addr),
        #[cfg(unix)]
        ("select-server", variant) => event_loop::select_server(addr, variant),
        ("chat-server", "mio") => room_mio::chat_server(addr),
        ("chat-server", "tokio") => room_tokio::chat_server(addr),
        _ => announce::usage("PROGRAM VARIANT [ADDR]"),
    }
}
