//! Prints this machine's name, and the addresses that it resolves to.
//!
//! `hostinfo`

use clap::Parser;
use lesson1_address_lookup_solution::reason;
use lesson1_address_lookup_solution::resolve;
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
    let hostname = dns_lookup::get_hostname().map_err(|error| format!("hostname: {error}"))?;
    // A machine's name is only a name: whether it resolves, and to what, is for the resolver to say.
    let resolved = resolve(&hostname).map_err(|error| format!("{hostname}: {}", reason(&error)))?;
    let mut text = format!("hostname: {hostname}\n");
    for addr in resolved.addrs {
        text.push_str(&format!("address: {addr}\n"));
    }
    Ok(text)
}
