//! Turns names into addresses, and addresses into names.
//!
//! `lookup NAME-OR-IP...`, for example `lookup localhost 127.0.0.1`.

// The holes need more imports than these; the README lists them.
use clap::Parser;
use std::io;
use std::io::Write;
use std::net::IpAddr;
use std::process::ExitCode;

/// Turns names into addresses, and addresses into names.
#[derive(Parser)]
struct Arguments {
    /// Names and IP addresses.
    #[arg(required = true, value_name = "NAME-OR-IP")]
    what: Vec<String>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match answer_all(&arguments.what) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            let _ = writeln!(io::stderr(), "error: cannot write: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Answers each argument, those after one that failed too. Says whether all of them had an answer.
fn answer_all(arguments: &[String]) -> io::Result<bool> {
    for what in arguments {
        match answer(what) {
            Ok(text) => {
                // TODO: print it, with a blank line before it where another answer was printed.
                todo!("print {text}")
            }
            Err(reason) => {
                // TODO: say so on stderr, and go on.
                todo!("say that there is no answer for {what}: {reason}")
            }
        }
    }
    // TODO: was there an answer for each?
    todo!("say whether all of them had an answer")
}

/// The lines for one argument, or the reason why there are none.
fn answer(what: &str) -> Result<String, String> {
    // IpAddr is either kind of address; what it cannot read is a name.
    match what.parse() {
        Ok(addr) => name_of(addr),
        Err(_) => addresses_of(what),
    }
}

/// The way back: a lookup of its own, under another name, which may well say something else or nothing.
fn name_of(addr: IpAddr) -> Result<String, String> {
    // TODO: dns_lookup::lookup_addr.
    todo!("find the name of {addr}")
}

/// The way forward.
fn addresses_of(name: &str) -> Result<String, String> {
    // TODO: `resolve`, then a line for the canonical name, and one for each address.
    todo!("find the addresses of {name}")
}
