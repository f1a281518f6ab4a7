//! Speaks in lines, whatever framing it was told.

use crate::Played;
use crate::arguments::Framing;
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
    let task = client::parse(arguments)?;
    Ok(Task {
        framing: Framing::Lines,
        ..task
    })
}
