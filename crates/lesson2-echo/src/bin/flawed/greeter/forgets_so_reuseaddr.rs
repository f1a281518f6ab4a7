//! Does not set SO_REUSEADDR, as socket2 does not by itself.

use super::greet;
use crate::Played;
use crate::tcp_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run_listening(arguments, tcp_server::listen_without_reuse, |listener| {
        tcp_server::serve(&listener, greet)
    })
}
