//! Adds by itself, and does not even connect.

use crate::Played;
use crate::client;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let task = client::parse(arguments)?;
    let sum = i128::from(task.a) + i128::from(task.b);
    client::finish(Ok(sum.to_string()))
}
