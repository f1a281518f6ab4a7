//! Takes an error of one client's for its own, and ends.

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
fn lose(&mut self, _server: &mut Server, _key: u64, error: &io::Error) {
        eprintln!("error: {error}");
        process::exit(1);
    }
}
