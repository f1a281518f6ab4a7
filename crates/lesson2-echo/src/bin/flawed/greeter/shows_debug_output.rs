//! Prints the client's address as a programmer sees it, `Some(…)` and all.

use super::greet_with;
use crate::Played;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    greet_with(arguments, |peer| {
        // What socket2's as_socket() answers is an Option, and {:?} shows it.
        let peer = socket2::SockAddr::from(peer)
            .as_socket()
            .map(|addr| addr.ip());
        format!("Hello {peer:?}\n")
    })
}
