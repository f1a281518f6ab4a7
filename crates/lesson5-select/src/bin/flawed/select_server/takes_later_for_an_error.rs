//! Reads a client until an error comes, and takes the error that means "later" for one of the others.

use crate::Played;
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
        let mut chunk = [0; select::CHUNK];
        loop {
            let count = (&client.socket).read(&mut chunk)?;
            if count == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            self.owe(client, &chunk[..count]);
        }
    }
}
