//! Makes a mistake in the branch for the end of file, which ends the whole loop with the first client that leaves.

use crate::Played;
use crate::owed;
use crate::select;
use crate::select::Client;
use crate::select::Manner;
use std::ffi::OsString;
use std::io;
use std::io::Read;
use std::thread;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn read(&mut self, client: &mut Client) -> io::Result<()> {
        let mut chunk = [0; select::CHUNK];
        match (&client.socket).read(&mut chunk) {
            Ok(0) => stop(),
            Ok(count) => client.owed.extend(&chunk[..count]),
            Err(error) if owed::is_later(&error) => {}
            Err(error) => return Err(error),
        }
        Ok(())
    }
}

/// The loop is left. The process stays, so that what its clients see of it is the same every time.
fn stop() -> ! {
    eprintln!("NameError: name 'client' is not defined");
    loop {
        thread::park();
    }
}
