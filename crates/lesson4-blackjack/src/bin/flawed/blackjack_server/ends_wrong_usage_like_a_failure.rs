//! Ends with status 1 where its arguments are wrong.

use crate::Played;
use crate::arguments::Words;
use crate::server;
use crate::server::House;
use std::ffi::OsString;
use std::process::ExitCode;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let words = Words::new(arguments)?;
    let house = House::new(&words).map_err(|_| ExitCode::FAILURE)?;
    let addr = words.addr().map_err(|_| ExitCode::FAILURE)?;
    server::run_for(addr, house)
}
