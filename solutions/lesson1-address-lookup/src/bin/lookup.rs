//! Turns names into addresses, and addresses into names.
//!
//! `lookup NAME-OR-IP...`, for example `lookup localhost 127.0.0.1`.

use clap::Parser;
use lesson1_address_lookup_solution::reason;
use lesson1_address_lookup_solution::resolve;
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
    let mut stdout = io::stdout();
    let mut printed = 0;
    for what in arguments {
        match answer(what) {
            Ok(text) => {
                // Between two answers, so not before the first one, and not for one that failed.
                if printed > 0 {
                    writeln!(stdout)?;
                }
                write!(stdout, "{text}")?;
                printed += 1;
            }
            Err(reason) => {
                let _ = writeln!(io::stderr(), "error: {what}: {reason}");
            }
        }
    }
    Ok(printed == arguments.len())
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
    let name = dns_lookup::lookup_addr(&addr).map_err(|error| reason(&error))?;
    Ok(format!("name: {name}\naddress: {addr}\n"))
}

/// The way forward.
fn addresses_of(name: &str) -> Result<String, String> {
    let resolved = resolve(name).map_err(|error| reason(&error))?;
    let mut text = format!("name: {}\n", resolved.canonical);
    for addr in resolved.addrs {
        text.push_str(&format!("address: {addr}\n"));
    }
    Ok(text)
}
