//! Reads a client until nothing is left, however much that is, before it writes, and before it looks at anybody else.

use crate::Played;
use crate::owed;
use crate::select::Client;
use crate::select::Manner;
use crate::select;
use std::ffi::OsString;
use std::io::Read;
use std::io;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
fn read(&mut self, client: &mut Client) -> io::Result<()> {
        let mut chunk = [0; select::CHUNK];
        loop {
            match (&client.socket).read(&mut chunk) {
                Ok(0) => {
                    client.has_ended = true;
                    return Ok(());
                }
                Ok(count) => client.owed.extend(&chunk[..count]),
                Err(error) if owed::is_later(&error) => return Ok(()),
                Err(error) => return Err(error),
            }
        }
    }
}
