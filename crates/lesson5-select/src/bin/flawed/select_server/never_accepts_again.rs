//! Looks away from the listening socket when it cannot accept a client, and never looks there again.

use crate::Played;
use crate::door;
use crate::poller::Interest;
use crate::select;
use crate::select::Manner;
use crate::select::Server;
use std::ffi::OsString;
use std::io;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn cannot_accept(&mut self, server: &mut Server, error: &io::Error) {
        eprintln!("cannot accept: {error}");
        let listener = &server.door.listener;
        let _ = server
            .door
            .poller
            .modify(listener, door::KEY, Interest::NONE);
    }
}
