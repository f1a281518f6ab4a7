//! Writes once, and takes everything for written.

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
    fn write(&mut self, client: &mut Client) -> io::Result<()> {
        if !client.owed.is_empty() {
            owed::write_piece(&mut client.owed, &client.socket)?;
            client.owed.clear();
        }
        Ok(())
    }
}
