//! Keeps everything until everything could be written at once, and so begins at the beginning again.

use crate::Played;
use crate::owed;
use crate::select::Client;
use crate::select::Manner;
use crate::select;
use std::ffi::OsString;
use std::io;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
fn write(&mut self, client: &mut Client) -> io::Result<()> {
        let before = client.owed.clone();
        owed::write_piece(&mut client.owed, &client.socket)?;
        if !client.owed.is_empty() && client.owed.len() < before.len() {
            client.owed = before;
        }
        Ok(())
    }
}
