//! Ends with status 1 when it is used wrongly.

use crate::Played;
use crate::client;
use crate::client::Manner;
use std::ffi::OsString;
use std::process::ExitCode;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let task = client::parse(arguments).map_err(|_| ExitCode::FAILURE)?;
    client::finish(Manner::RIGHT.ask(&task))
}
