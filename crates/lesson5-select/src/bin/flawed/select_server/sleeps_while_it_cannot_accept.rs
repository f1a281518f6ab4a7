//! Sleeps in the loop where a client cannot be accepted, so that all the others wait, too.

use crate::Played;
use crate::select;
use crate::select::Manner;
use crate::select::Server;
use std::ffi::OsString;
use std::io;
use std::thread;
use std::time::Duration;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn cannot_accept(&mut self, _server: &mut Server, error: &io::Error) {
        eprintln!("cannot accept: {error}");
        thread::sleep(Duration::from_millis(50));
    }
}
