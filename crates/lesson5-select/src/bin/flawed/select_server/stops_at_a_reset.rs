//! Takes an error of one client's for its own, and leaves its loop.

use crate::Played;
use crate::select;
use crate::select::Manner;
use crate::select::Server;
use std::ffi::OsString;
use std::io;
use std::thread;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn lose(&mut self, _server: &mut Server, _key: u64, error: &io::Error) {
        eprintln!("error: {error}");
        loop {
            thread::park();
        }
    }
}
