//! Prints a sentence with the sum in it.

use crate::Played;
use crate::client;
use crate::client::Manner;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let task = client::parse(arguments)?;
    let reply = Manner::RIGHT.ask(&task);
    client::finish(reply.map(|sum| format!("{} + {} = {sum}", task.a, task.b)))
}
