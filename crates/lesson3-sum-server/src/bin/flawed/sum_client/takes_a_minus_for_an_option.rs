//! Leaves clap as it is, which takes a negative number for an option.

use crate::Played;
use crate::arguments;
use crate::client;
use crate::client::Manner;
use crate::client::Task;
use std::ffi::OsString;
use std::process::ExitCode;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    client::run(
        arguments,
        Manner {
            parse,
            ..Manner::RIGHT
        },
    )
}

fn parse(arguments: &[OsString]) -> Result<Task, ExitCode> {
    let (words, _) = arguments::words_and_framing(arguments)?;
    match words.iter().find(|word| word.starts_with('-')) {
        Some(word) => Err(arguments::unexpected(word)),
        None => client::parse(arguments),
    }
}
