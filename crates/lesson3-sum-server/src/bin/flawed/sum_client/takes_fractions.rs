//! Takes its numbers for f64, and sends what is left of them without the fraction.

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
    let (words, framing) = arguments::words_and_framing(arguments)?;
    match words.as_slice() {
        [addr, a, b] => Ok(Task {
            addr: arguments::parse(addr)?,
            a: arguments::parse::<f64>(a)? as i64,
            b: arguments::parse::<f64>(b)? as i64,
            framing,
        }),
        _ => client::parse(arguments),
    }
}
