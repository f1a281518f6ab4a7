//! Puts what it has read in the place of what it owes, not behind it.

use crate::Played;
use crate::owed;
use crate::select;
use crate::select::Client;
use crate::select::Manner;
use std::ffi::OsString;
use std::io;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn owe(&mut self, client: &mut Client, bytes: &[u8]) {
        client.owed.clear();
        client.owed.extend(bytes);
    }

    fn write(&mut self, client: &mut Client) -> io::Result<()> {
        owed::write_piece(&mut client.owed, &client.socket)
    }
}
