//! The arguments of the programs, read as clap would read them.

use std::ffi::OsString;
use std::net::SocketAddr;
use std::process::ExitCode;

const DEFAULT_ADDR: &str = "127.0.0.1:65432";

/// The address to listen on.
pub(crate) fn addr(arguments: &[OsString]) -> Result<SocketAddr, ExitCode> {
    let words: Vec<_> = arguments
        .iter()
        .map(|word| word.to_string_lossy())
        .collect();
    let word = match words.as_slice() {
        [] => DEFAULT_ADDR,
        [addr] => addr,
        [_, second, ..] => return Err(wrong_usage(&format!("unexpected argument '{second}'"))),
    };
    word.parse()
        .map_err(|error| wrong_usage(&format!("invalid value '{word}': {error}")))
}

/// Says what is wrong with the arguments, as clap does.
pub(crate) fn wrong_usage(problem: &str) -> ExitCode {
    eprintln!("error: {problem}\n\nUsage: lesson5-flawed NAME [ADDR]");
    ExitCode::from(2)
}
