//! Knows the framing `lines` as its default, but not by its name.

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
    let (_, name) = arguments::words_and_name(arguments)?;
    if name.as_deref() == Some("lines") {
        return Err(arguments::wrong_usage("invalid value 'lines'"));
    }
    client::parse(arguments)
}
