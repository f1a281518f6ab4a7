//! Speaks in lines, whatever framing it was told.

use crate::Played;
use crate::arguments::Framing;
use crate::server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run_accepting(arguments, |listener, _| {
        server::serve_rightly(&listener, Framing::Lines);
    })
}
