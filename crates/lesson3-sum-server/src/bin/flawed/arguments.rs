//! The arguments of the programs, read as clap would read them.

use std::ffi::OsString;
use std::fmt::Display;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::str::FromStr;

const DEFAULT_ADDR: &str = "127.0.0.1:50000";

/// How each side finds the end of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Framing {
    Lines,
    Fixed,
    Length,
    Shutdown,
}

/// A server's arguments: its address, and the framing.
pub(crate) fn server(arguments: &[OsString]) -> Result<(SocketAddr, Framing), ExitCode> {
    let (words, framing) = words_and_framing(arguments)?;
    match words.as_slice() {
        [] => Ok((parse(DEFAULT_ADDR)?, framing)),
        [addr] => Ok((parse(addr)?, framing)),
        [_, second, ..] => Err(unexpected(second)),
    }
}

/// What is no option, and the framing.
pub(crate) fn words_and_framing(
    arguments: &[OsString],
) -> Result<(Vec<String>, Framing), ExitCode> {
    let (words, name) = words_and_name(arguments)?;
    let framing = match name {
        None => Framing::Lines,
        Some(name) => framing(&name).ok_or_else(|| {
            wrong_usage(&format!("invalid value '{name}' for '--framing <FRAMING>'"))
        })?,
    };
    Ok((words, framing))
}

/// What is no option, and what was said for a framing.
pub(crate) fn words_and_name(
    arguments: &[OsString],
) -> Result<(Vec<String>, Option<String>), ExitCode> {
    let mut words = Vec::new();
    let mut name = None;
    let mut rest = arguments.iter().map(|word| word.to_string_lossy());
    while let Some(word) = rest.next() {
        if word == "--framing" {
            let value = rest.next();
            name = Some(value.ok_or_else(|| wrong_usage("--framing needs a value"))?);
        } else {
            words.push(word.into_owned());
        }
    }
    Ok((words, name.map(Into::into)))
}

/// The framing of that name.
pub(crate) fn framing(name: &str) -> Option<Framing> {
    match name {
        "lines" => Some(Framing::Lines),
        "fixed" => Some(Framing::Fixed),
        "length" => Some(Framing::Length),
        "shutdown" => Some(Framing::Shutdown),
        _ => None,
    }
}

/// An argument that must be an address, or a number.
pub(crate) fn parse<T: FromStr<Err: Display>>(word: &str) -> Result<T, ExitCode> {
    word.parse()
        .map_err(|error| wrong_usage(&format!("invalid value '{word}': {error}")))
}

/// There is an argument too many.
pub(crate) fn unexpected(word: &str) -> ExitCode {
    wrong_usage(&format!("unexpected argument '{word}'"))
}

/// Says what is wrong with the arguments, as clap does.
pub(crate) fn wrong_usage(problem: &str) -> ExitCode {
    eprintln!("error: {problem}\n\nUsage: lesson3-flawed NAME [ARGUMENTS]");
    ExitCode::from(2)
}
