//! Panics when it is told a framing that it does not know.

use crate::Played;
use crate::arguments;
use crate::server;
use crate::server::Manner;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let (_, name) = arguments::words_and_name(arguments)?;
    if let Some(name) = name {
        arguments::framing(&name).expect("the framing should be known");
    }
    server::run(arguments, Manner::RIGHT)
}
