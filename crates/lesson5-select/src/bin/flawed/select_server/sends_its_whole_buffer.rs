//! Sends the whole buffer back, not only what was read into it.

use crate::Played;
use crate::owed;
use crate::select;
use crate::select::Client;
use crate::select::Manner;
use std::ffi::OsString;
use std::io;
use std::io::Read;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn read(&mut self, client: &mut Client) -> io::Result<()> {
        let mut chunk = [0; 1024];
        match (&client.socket).read(&mut chunk) {
            Ok(0) => client.has_ended = true,
            Ok(_) => self.owe(client, &chunk),
            Err(error) if owed::is_later(&error) => {}
            Err(error) => return Err(error),
        }
        Ok(())
    }
}
