//! Prints this machine's name, and the addresses that it resolves to.
//!
//! `hostinfo`

// The holes need more imports than these; the README lists them.
use clap::Parser;
use std::io;
use std::io::Write;
use std::process::ExitCode;

/// Prints this machine's name and its addresses.
#[derive(Parser)]
struct Arguments {}

fn main() -> ExitCode {
    Arguments::parse();
    let printed = describe_host()
        .and_then(|text| write!(io::stdout(), "{text}").map_err(|error| error.to_string()));
    match printed {
        Ok(()) => ExitCode::SUCCESS,
        Err(what) => {
            let _ = writeln!(io::stderr(), "error: {what}");
            ExitCode::FAILURE
        }
    }
}

/// The lines to print. Nothing is printed before all of them are known: half an answer looks like an answer.
fn describe_host() -> Result<String, String> {
    // TODO: dns_lookup::get_hostname, then `resolve`, then a line for each. A failure is `NAME: REASON`.
    todo!("find this machine's name and its addresses")
}
