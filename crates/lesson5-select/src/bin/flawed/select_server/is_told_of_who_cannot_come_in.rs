//! Reports that it cannot accept a client, and waits for the next event, which is the same.

use crate::Played;
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
    fn cannot_accept(&mut self, _server: &mut Server, _error: &io::Error) {}
}
