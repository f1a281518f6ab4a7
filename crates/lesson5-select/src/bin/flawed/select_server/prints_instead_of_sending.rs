//! Shows what it reads on its own screen.

use crate::Played;
use crate::select;
use crate::select::Client;
use crate::select::Manner;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn owe(&mut self, _client: &mut Client, bytes: &[u8]) {
        eprintln!("{}", String::from_utf8_lossy(bytes));
    }
}
