//! Ends when it cannot accept a client.

use crate::Played;
use crate::select::Manner;
use crate::select::Server;
use crate::select;
use std::ffi::OsString;
use std::io;
use std::process;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
fn cannot_accept(&mut self, _server: &mut Server, error: &io::Error) {
        eprintln!("error: cannot accept: {error}");
        process::exit(1);
    }
}
