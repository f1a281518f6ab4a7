//! Takes its numbers for i32.

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
    for word in words.iter().skip(1) {
        arguments::parse::<i32>(word)?;
    }
    client::parse(arguments)
}
