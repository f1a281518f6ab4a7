//! Takes the first two of its numbers, and says nothing of the third.

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
    client::parse(if words.len() == 4 {
        &arguments[..3]
    } else {
        arguments
    })
}
