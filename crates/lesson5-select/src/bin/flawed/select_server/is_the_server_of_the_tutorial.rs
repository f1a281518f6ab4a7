//! The event loop that tutorials print: it always asks for writing, each read replaces what is owed, what one write does not take is
//! forgotten, and a misspelt name in the branch for the end of file, or any error, ends the whole loop.

use crate::Played;
use crate::owed;
use crate::poller::Interest;
use crate::select;
use crate::select::Client;
use crate::select::Manner;
use crate::select::Server;
use std::ffi::OsString;
use std::io;
use std::io::Read;
use std::io::Write;
use std::thread;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn read(&mut self, client: &mut Client) -> io::Result<()> {
        let mut chunk = [0; select::CHUNK];
        match (&client.socket).read(&mut chunk) {
            Ok(0) => give_up("NameError: name 'client' is not defined"),
            Ok(count) => client.owed = chunk[..count].iter().copied().collect(),
            Err(error) => give_up(&format!("OSError: {error}")),
        }
        Ok(())
    }

    fn write(&mut self, client: &mut Client) -> io::Result<()> {
        if !client.owed.is_empty() {
            let piece = owed::first_piece(&mut client.owed);
            let _sent = (&client.socket).write(piece)?;
            client.owed.clear();
        }
        Ok(())
    }

    fn interest(&mut self, _client: &Client) -> Interest {
        Interest::BOTH
    }

    fn lose(&mut self, _server: &mut Server, _key: u64, error: &io::Error) {
        give_up(&format!("OSError: {error}"));
    }
}

/// The loop is left. The process stays, so that what its clients see of it is the same every time.
fn give_up(reason: &str) -> ! {
    eprintln!("Traceback (most recent call last):\n{reason}");
    loop {
        thread::park();
    }
}
