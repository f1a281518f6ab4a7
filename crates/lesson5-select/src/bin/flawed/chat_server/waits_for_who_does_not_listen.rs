//! Tries again and again until everything is written.

use crate::Played;
use crate::chat;
use crate::chat::Manner;
use crate::owed;
use crate::room::Client;
use std::ffi::OsString;
use std::io;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn write(&mut self, client: &mut Client) -> io::Result<()> {
        while !client.owed.is_empty() {
            owed::write(&mut client.owed, &client.socket)?;
        }
        Ok(())
    }
}
