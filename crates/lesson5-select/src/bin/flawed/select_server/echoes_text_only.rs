//! Takes what it reads for text, and replaces what is none.

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
    fn owe(&mut self, client: &mut Client, bytes: &[u8]) {
        client
            .owed
            .extend(String::from_utf8_lossy(bytes).as_bytes());
    }
}
