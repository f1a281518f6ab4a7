//! Goes on one byte too late when a write has not taken everything.

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
        let before = client.owed.len();
        owed::write_piece(&mut client.owed, &client.socket)?;
        if client.owed.len() < before {
            client.owed.pop_front();
        }
        Ok(())
    }
}
