//! Expects that reading may fail, but leaves its loop when writing does.

use crate::Played;
use crate::owed;
use crate::select;
use crate::select::Client;
use crate::select::Manner;
use std::ffi::OsString;
use std::io;
use std::thread;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn write(&mut self, client: &mut Client) -> io::Result<()> {
        let Err(error) = owed::write(&mut client.owed, &client.socket) else {
            return Ok(());
        };
        eprintln!("error: {error}");
        loop {
            thread::park();
        }
    }
}
