//! Asks the server, but prints a sum of its own.

use crate::Played;
use crate::client;
use crate::client::Manner;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let task = client::parse(arguments)?;
    let reply = Manner::RIGHT.ask(&task);
    let sum = i128::from(task.a) + i128::from(task.b);
    client::finish(reply.map(|_| sum.to_string()))
}
