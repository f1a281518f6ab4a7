//! Takes an IPv4 address and no other.

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
    let task = client::parse(arguments)?;
    if task.addr.is_ipv6() {
        return Err(arguments::wrong_usage(&format!(
            "invalid value '{}'",
            task.addr
        )));
    }
    Ok(task)
}
