//! The arguments of the programs, read as clap would read them.

use std::ffi::OsString;
use std::net::SocketAddr;
use std::process::ExitCode;

const DEFAULT_ADDR: &str = "127.0.0.1:10000";

/// A server's one optional argument.
pub(crate) fn addr(arguments: &[OsString]) -> Result<SocketAddr, ExitCode> {
    match arguments {
        [] => parse_addr(DEFAULT_ADDR),
        [addr] => parse_addr(&addr.to_string_lossy()),
        [_, second, ..] => Err(wrong_usage(&format!(
            "unexpected argument '{}'",
            second.display()
        ))),
    }
}

/// An argument that must be an IP socket address.
pub(crate) fn parse_addr(word: &str) -> Result<SocketAddr, ExitCode> {
    word.parse()
        .map_err(|error| wrong_usage(&format!("invalid value '{word}': {error}")))
}

/// Says what is wrong with the arguments, as clap does.
pub(crate) fn wrong_usage(problem: &str) -> ExitCode {
    eprintln!("error: {problem}\n\nUsage: lesson2-flawed NAME [ARGUMENTS]");
    ExitCode::from(2)
}
